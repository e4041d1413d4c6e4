/**
 * Who may see a language, narrowest first, with the service's flag values.
 * @see https://learn.microsoft.com/graph/api/resources/languageproficiency?view=graph-rest-beta
 */
const FLAGS = [
  ['me', 0],
  ['family', 1],
  ['contacts', 2],
  ['groupMembers', 4],
  ['organization', 8],
  ['federatedOrganizations', 16],
  ['everyone', 32],
] as const;

/** An audience that this version knows, in the service's word. */
export type Audience = (typeof FLAGS)[number][0];

/** All audiences, narrowest first. */
export const AUDIENCES: readonly Audience[] = FLAGS.map(([audience]) => audience);

/** Whether the service's word is one audience of this version; false for several words, later words and null. */
export function isAudience(word: unknown): word is Audience {
  return FLAGS.some(([audience]) => audience === word);
}

/** The service's number for an audience: 0 or a power of two. */
export function audienceFlag(audience: Audience): number {
  return FLAGS.find(([word]) => word === audience)?.[1] ?? 0;
}

/** The one of two audiences that lets fewer people see. */
export function narrower(a: Audience, b: Audience): Audience {
  return audienceFlag(a) <= audienceFlag(b) ? a : b;
}
