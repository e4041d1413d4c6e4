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

/**
 * Reads what was typed or pasted as a tenant: a GUID in any dress, a domain, or one in an address of the sign-in
 * service or of a person.
 */
export function readTypedTenant(text: string): Typed {
  const tidied = tidy(text);
  const named = nameIn(tidied);
  if (named === null) return { value: null, canBecome: beginsSignInAddress(tidied), why: 'tenantWrong' };
  const name = asGuid(named.text) ?? named.text;
  const canBecome = named.canGrow && (beginsGuid(named.text) || beginsDomain(named.text));
  return {
    value: isTenant(name) ? name : null,
    canBecome,
    why: EVERYBODY.test(name) ? 'tenantEverybody' : 'tenantWrong',
  };
}

/** Reads what was typed or pasted as an application (client) id: a GUID in any dress. */
export function readTypedClientId(text: string): Typed {
  const tidied = tidy(text);
  const id = asGuid(tidied) ?? tidied;
  return { value: isGuid(id) ? id : null, canBecome: beginsGuid(tidied), why: 'clientIdWrong' };
}

/** Without what comes along when text is copied: wide letters, other dashes, spaces, braces and quotes around it. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[\s{(<["'“„«]+|[\s})>\]"'”“»,;]+$/g, '');
}

/** The part that can be a tenant's name, and whether letters at the end would be letters of it; null: there is none. */
function nameIn(text: string): { text: string; canGrow: boolean } | null {
  const [, path] = /^[^\s@/]*@([^\s@/]*)$/.exec(text) ?? [];
  if (path !== undefined) return { text: path, canGrow: true };
  if (!/[/:]/.test(text)) return { text, canGrow: true };
  const origin = signInOrigins().find((each) => withScheme(text).startsWith(`${each}/`));
  if (origin === undefined) return null;
  const [name = '', ...rest] = withScheme(text)
    .slice(origin.length + 1)
    .split(/[/?#]/);
  return { text: name, canGrow: rest.length === 0 };
}

function beginsSignInAddress(text: string): boolean {
  return signInOrigins().some((origin) => `${origin}/`.startsWith(withScheme(text)));
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

function beginsGuid(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  return /^[0-9a-f]{0,32}$/.test(digits) || isGuid(digits + BLANK_GUID.slice(digits.length));
}

function beginsDomain(text: string): boolean {
  return ENDS_OF_DOMAINS.some((end) => isTenant(text + end));
}
