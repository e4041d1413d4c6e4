import { randomUUID } from 'node:crypto';
import type {
  IdentitySet,
  LanguageProficiency,
  ProfileSourceAnnotation,
} from '@microsoft/microsoft-graph-types-beta';
import type { Person } from './people';

/** One language as the service stores and answers it: every documented property is there, some are null. */
export type StoredLanguage = Required<Omit<LanguageProficiency, 'allowedAudiences'>> & {
  /** Names of the flags enum, joined by commas. */
  allowedAudiences: string | null;
};

/** What a person may write of a language. */
export type WritableLanguage = Pick<
  StoredLanguage,
  | 'allowedAudiences'
  | 'displayName'
  | 'inference'
  | 'proficiency'
  | 'reading'
  | 'source'
  | 'spoken'
  | 'tag'
  | 'written'
>;

/**
 * The systems that languages come from, by id.
 * @see https://learn.microsoft.com/graph/people-data-sources
 */
export const SOURCE_IDS = {
  directory: '4ce763dd-9214-4eff-af7c-da491cc3782d',
  user: '46a57efc-33f8-4eec-a512-b90039ad6187',
} as const;

/** A language that this person wrote through the API, with nothing in it but what is given. */
export function languageBy(
  author: Person,
  id: string,
  createdDateTime: string,
  fields: Partial<StoredLanguage>,
): StoredLanguage {
  return {
    id,
    displayName: null,
    tag: null,
    proficiency: null,
    spoken: null,
    written: null,
    reading: null,
    thumbnailUrl: null,
    createdBy: authoredBy(author),
    createdDateTime,
    inference: null,
    isSearchable: false,
    lastModifiedBy: authoredBy(author),
    lastModifiedDateTime: createdDateTime,
    source: { type: ['User'] },
    sources: sourcedFrom(SOURCE_IDS.user),
    ...fields,
    // What the service chooses where nobody did.
    allowedAudiences: fields.allowedAudiences ?? 'organization',
  };
}

/** A new language of this person, with a new id. */
export function createLanguage(written: Partial<WritableLanguage>, author: Person): StoredLanguage {
  // The service notes the source itself, whatever was sent.
  return languageBy(author, randomUUID(), timestamp(), { ...written, source: { type: ['User'] } });
}

/** The language after a PATCH: properties that were left out keep their value, the sources are recalculated. */
export function changeLanguage(
  current: StoredLanguage,
  changed: Partial<WritableLanguage>,
  author: Person,
): StoredLanguage {
  return {
    ...current,
    ...changed,
    ...(changed.inference && { inference: { ...current.inference, ...changed.inference } }),
    lastModifiedBy: authoredBy(author),
    lastModifiedDateTime: timestamp(),
    source: { type: ['User'] },
    sources: sourcedFrom(SOURCE_IDS.user),
  };
}

/** True where another system owns the language, so that the person cannot change it. */
export function isManaged({ sources }: StoredLanguage): boolean {
  return sources?.some((source) => source.isDefaultSource && source.sourceId !== SOURCE_IDS.user) ?? false;
}

/** The `createdBy` of a person. */
export function authoredBy(person: Person): IdentitySet {
  return { application: null, device: null, user: { displayName: person.name, id: person.objectId } };
}

/** The `createdBy` of a system. */
export function syncedBy(application: string): IdentitySet {
  return { application: { displayName: application, id: null }, device: null, user: null };
}

/** The `sources` of a language that comes from one system. */
export function sourcedFrom(sourceId: string): ProfileSourceAnnotation[] {
  return [{ isDefaultSource: true, properties: [], sourceId }];
}

let ticks = 0;

/** Now, in UTC and with the service's seven digits: the four that the clock does not give keep the order. */
function timestamp(): string {
  ticks = (ticks + 1) % 10_000;
  return new Date().toISOString().replace('Z', `${String(ticks).padStart(4, '0')}Z`);
}
