import { clouds } from '../identity/clouds';
import { isTenant } from '../identity/configuration';
import { isGuid } from '../identity/guid';
import type { Word } from '../ui/words';

/** What a text in a field means so far. */
export interface Typed {
  /** What is saved for it, lower-case; null where it is not right. */
  readonly value: string | null;
  /** True where more letters can make it right: whoever is still typing has made no mistake. */
  readonly canBecome: boolean;
  /** What is wrong once it is left like this. */
  readonly why: Word;
}

const BLANK_GUID = '00000000-0000-0000-0000-000000000000';
const ENDS_OF_DOMAINS = ['', 'aa', '.aa', 'a.aa'];

/** What Entra takes in a tenant's place for the directories of many. */
const EVERYBODY = /^(?:common|organizations|consumers)$/;

/** Addresses of the sign-in service get long by what a site has it hand back; nothing right is longer than this. */
const LONGEST = 4_000;

/**
 * Reads what was typed or pasted as a tenant: a GUID in any dress, or the only one in a text; a domain, also as an
 * address; or one of them in an address of the sign-in service or of a person.
 */
export function readTypedTenant(text: string): Typed {
  const tidied = tidy(text);
  if (tidied === null) return { value: null, canBecome: false, why: 'tenantWrong' };
  const labelled = /\s/.test(tidied) && !/[/@]/.test(tidied) ? onlyGuidIn(tidied) : null;
  const named = labelled === null ? nameIn(tidied) : { text: labelled, canGrow: false };
  if (named === null) return { value: null, canBecome: beginsSignInAddress(tidied), why: 'tenantWrong' };
  const name = asGuid(named.text) ?? toAscii(named.text);
  const canBecome = named.canGrow && (beginsGuid(named.text) || beginsDomain(name));
  return {
    value: isTenant(name) && !isSignInHost(name) ? name : null,
    canBecome,
    why: EVERYBODY.test(name) ? 'tenantEverybody' : 'tenantWrong',
  };
}

/** Reads what was typed or pasted as an application (client) id: a GUID in any dress, or the only one in a text. */
export function readTypedClientId(text: string): Typed {
  const tidied = tidy(text);
  if (tidied === null) return { value: null, canBecome: false, why: 'clientIdWrong' };
  const value = asGuid(tidied) ?? onlyGuidIn(tidied);
  return { value, canBecome: beginsGuid(tidied), why: 'clientIdWrong' };
}

/**
 * Without what comes along when text is copied: wide letters, other dots and dashes, spaces, braces and quotes around it.
 * Null where it is too long to be looked at.
 */
function tidy(text: string): string | null {
  const bare = text.trim();
  if (bare.length > LONGEST) return null;
  const begun = bare
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u3002', '.')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[\s{(<["'“„«]+/, '');
  // Up to the last letter that may stay: an end that is looked for from each place takes the square of the length.
  return /^.*[^\s})>\]"'”“»,;]/s.exec(begun)?.[0] ?? '';
}

/** The part that can be a tenant's name, and whether letters at the end would be letters of it; null: there is none. */
function nameIn(text: string): { text: string; canGrow: boolean } | null {
  const [, path] = /^[^\s@/]*@([^\s@/]*)$/.exec(text) ?? [];
  if (path !== undefined) return { text: path, canGrow: true };
  if (!/[/:]/.test(text)) return { text, canGrow: true };
  const [, host] = /^(?:https?:\/\/)?([^\s/:?#]+)\/?$/.exec(text) ?? [];
  if (host !== undefined && !beginsSignInAddress(text)) return { text: host, canGrow: !text.endsWith('/') };
  const origin = signInOrigins().find((each) => withScheme(text).startsWith(`${each}/`));
  if (origin === undefined) return null;
  const [name = '', ...rest] = withScheme(text)
    .slice(origin.length + 1)
    .split(/[/?#]/);
  return { text: name, canGrow: rest.length === 0 };
}

function beginsSignInAddress(text: string): boolean {
  return (
    /^http:\/{0,2}$/.test(text) || signInOrigins().some((origin) => `${origin}/`.startsWith(withScheme(text)))
  );
}

/** The sign-in service's own name is no tenant's: behind it comes one. */
function isSignInHost(name: string): boolean {
  return signInOrigins().some((origin) => origin.endsWith(`//${name}`));
}

function withScheme(text: string): string {
  return /^https?:/.test(text) ? text : `https://${text}`;
}

function signInOrigins(): string[] {
  return Object.values(clouds).map(({ loginOrigin }) => loginOrigin);
}

/** As Entra writes it, also where spaces stand in it or the hyphens are missing; null for what is no GUID. */
function asGuid(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  const whole = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isGuid(whole) ? whole : null;
}

function onlyGuidIn(text: string): string | null {
  const [guid, ...others] =
    text.match(/(?<![0-9a-z-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z-])/g) ?? [];
  return guid !== undefined && others.length === 0 ? guid : null;
}

/** A name with letters of other scripts as the network writes it; any other text as it is. */
function toAscii(name: string): string {
  if (/^[a-z0-9.-]*$/.test(name) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(name)) return name;
  const address = `https://${name}`;
  return URL.canParse(address) ? new URL(address).hostname : name;
}

function beginsGuid(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  return /^[0-9a-f]{0,32}$/.test(digits) || isGuid(digits + BLANK_GUID.slice(digits.length));
}

function beginsDomain(text: string): boolean {
  return ENDS_OF_DOMAINS.some((end) => isTenant(text + end));
}
