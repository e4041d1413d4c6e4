import type { CloudName } from '../identity/clouds';
import { PARTS } from '../identity/configuration';
import { OFFERED_AUDIENCES } from '../languages/offered-audiences';
import { flag, isObject, oneOf, type Read, textThat } from '../shape';

/** An audience that an organisation can prescribe. */
export type PrescribedAudience = (typeof OFFERED_AUDIENCES)[number];

/**
 * What an administrator prescribes by the browser's policies (`managed-schema.json` is the same for the browser). A part
 * that they leave out is null: the person's to choose.
 */
export interface Policy {
  readonly cloud: CloudName | null;
  readonly tenant: string | null;
  readonly clientId: string | null;
  /** What a language gets that is added. */
  readonly defaultAudience: PrescribedAudience | null;
  /** True where people cannot choose an audience. */
  readonly lockAudience: boolean | null;
  /** In which language the names are that are written to profiles: a BCP 47 tag. */
  readonly displayNameLanguage: string | null;
  /** The names of parts that are there and cannot be read: they prescribe nothing. */
  readonly refused: readonly string[];
}

type Parts = Omit<Policy, 'refused'>;

const READERS: { readonly [Name in keyof Parts]: Read<NonNullable<Parts[Name]>> } = {
  ...PARTS,
  defaultAudience: oneOf(...OFFERED_AUDIENCES),
  lockAudience: flag,
  displayNameLanguage: textThat(isLocale),
};

/** Reads a policy part by part: a slip in one of them takes nothing from the others. Undefined for what is no object. */
export const readPolicy: Read<Policy> = (value) => {
  if (!isObject(value)) return undefined;
  const part = <T>(name: keyof Parts, read: Read<T>) => read(value[name]) ?? null;
  const kept = value['refused'];
  const refused = Object.entries(READERS)
    .filter(([name, read]) => (value[name] ?? null) !== null && read(value[name]) === undefined)
    .map(([name]) => name);
  return {
    cloud: part('cloud', READERS.cloud),
    tenant: part('tenant', READERS.tenant),
    clientId: part('clientId', READERS.clientId),
    defaultAudience: part('defaultAudience', READERS.defaultAudience),
    lockAudience: part('lockAudience', READERS.lockAudience),
    displayNameLanguage: part('displayNameLanguage', READERS.displayNameLanguage),
    refused: Array.isArray(kept) ? Object.keys(READERS).filter((name) => kept.includes(name)) : refused,
  };
};

/** What counts where nobody prescribes anything. */
export const NO_POLICY: Policy = {
  cloud: null,
  tenant: null,
  clientId: null,
  defaultAudience: null,
  lockAudience: null,
  displayNameLanguage: null,
  refused: [],
};

function isLocale(tag: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(tag).length === 1;
  } catch {
    // A RangeError is how Intl says that it is no tag.
    return false;
  }
}
