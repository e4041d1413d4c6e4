import type { Source } from '../languages/language';

/** What the service tells of where a language came from; each part can be missing. */
export interface Provenance {
  /** Ids of the systems that give the item, default ones only. */
  readonly sourceIds: readonly string[];
  /** Words of `source.type`. */
  readonly types: readonly string[];
  /** Whether a person, not a system, is named as its creator. */
  readonly isCreatedByPerson: boolean;
  /** The system that is named as its creator. */
  readonly application: string | null;
  readonly isInferred: boolean;
}

/**
 * The service's ids and words in lower case, with the system that each stands for.
 * @see https://learn.microsoft.com/graph/people-data-sources
 */
const SYSTEMS: ReadonlyMap<string, Source> = new Map([
  ['46a57efc-33f8-4eec-a512-b90039ad6187', 'user'],
  ['user', 'user'],
  ['4ce763dd-9214-4eff-af7c-da491cc3782d', 'directory'],
  ['aad', 'directory'],
  ['0024a795-114d-4031-95c7-5fb543e00e80', 'directory'],
  ['msgraph', 'directory'],
  ['7986c642-b494-4140-8df4-f5ed125e2c67', 'organisation'],
  ['organizationaldatainmicrosoft365', 'organisation'],
  ['connectorsource', 'organisation'],
  ['6cdc4422-8c05-40c5-902e-8ade707725ab', 'sharepoint'],
  ['upa', 'sharepoint'],
]);

/**
 * The system that a language came from and whether the person can edit it. The service does not say the second: what
 * was written through this API, or by a person, can be edited, and so can a guess that no system owns; what any other
 * system gave cannot. Where nothing at all is told, nothing speaks against editing, and the service has the last word.
 * @see https://learn.microsoft.com/graph/api/resources/profilesourceannotation?view=graph-rest-beta
 */
export function readOrigin(told: Provenance): { source: Source; isEditable: boolean } {
  const sources = [...told.sourceIds, ...told.types];
  const isByUser =
    sources.length > 0 ? sources.some((name) => toSource(name) === 'user') : told.isCreatedByPerson;
  if (isByUser) return { source: 'user', isEditable: true };
  const system = sources.map(toSource).find((source) => source !== undefined);
  // A guess has an author but no owner: only an owner keeps it from being corrected.
  if (told.isInferred && system === undefined) return { source: 'inferred', isEditable: true };
  const named = told.application === null ? sources : [...sources, told.application];
  const known = named.map(toSource).find((source) => source !== undefined && source !== 'user');
  return { source: known ?? 'other', isEditable: named.length === 0 };
}

function toSource(name: string): Source | undefined {
  return SYSTEMS.get(name.toLowerCase());
}
