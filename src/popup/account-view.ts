import type { Account } from '../identity/account';

/** One or two letters that stand for a person: of the first and the last word of the name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];
  return ends
    .map((word) => word?.match(/^./u)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** What to call the organisation: its name, or the domain of the person's address until the name is known. */
export function organisationName({ organisation, username }: Account): string {
  return organisation ?? username.split('@').at(-1) ?? '';
}
