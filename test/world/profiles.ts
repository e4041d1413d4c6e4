import { languageBy, type StoredLanguage, type WritableLanguage } from '../emulator/graph-entity';
import type { Person } from '../emulator/people';
import type { Clock } from './clock';
import type { Execution } from './service-log';

/** What the service does on its own account, whoever asks: nobody knows which of it is so today. */
export interface ServiceRules {
  /** False: `lastModifiedDateTime` stays what it was at a PATCH. */
  movesModified: boolean;
  /** The organisation allows no wider audience than itself. */
  overrulesAudience: boolean;
  /** 400 for a body with `proficiency`. */
  refusesProficiency: boolean;
}

/** Who makes a change. */
export type Author = Pick<Execution, 'by' | 'requestId'>;

/** Everybody's languages, with their past, and a record of every change. */
export interface Profiles {
  readonly executions: readonly Execution[];
  /** In the service's order; as they were `lagMs` ago. */
  languagesOf(account: string, lagMs?: number): readonly StoredLanguage[];
  create(account: string, fields: Partial<WritableLanguage>, author: Author): StoredLanguage;
  /** Null where there is no such language. */
  update(
    account: string,
    id: string,
    fields: Partial<WritableLanguage>,
    author: Author,
  ): StoredLanguage | null;
  /** False where there is no such language. */
  remove(account: string, id: string, author: Author): boolean;
  /** Puts languages there that have always been there. */
  seed(account: string, languages: readonly StoredLanguage[]): void;
}

interface Version {
  readonly sinceMs: number;
  readonly languages: readonly StoredLanguage[];
}

/** Empty profiles on that clock. */
export function createProfiles(clock: Clock, rules: ServiceRules): Profiles {
  const versions = new Map<string, Version[]>();
  const executions: Execution[] = [];
  let count = 0;

  function versionsOf(account: string): Version[] {
    const known = versions.get(account) ?? [{ sinceMs: -Infinity, languages: [] }];
    versions.set(account, known);
    return known;
  }

  function now(account: string): readonly StoredLanguage[] {
    return versionsOf(account).at(-1)?.languages ?? [];
  }

  function change(
    account: string,
    languages: readonly StoredLanguage[],
    what: Pick<Execution, 'kind' | 'id' | 'before' | 'after'>,
    author: Author,
  ): void {
    versionsOf(account).push({ sinceMs: clock.trueMs, languages });
    executions.push({ atMs: clock.trueMs, account, ...what, ...author });
  }

  /** UTC with the service's seven digits: the four that the clock does not give keep the order. */
  function timestamp(): string {
    count += 1;
    return new Date(clock.trueMs).toISOString().replace('Z', `${String(count).padStart(4, '0')}Z`);
  }

  function allowed(fields: Partial<WritableLanguage>): Partial<WritableLanguage> {
    if (!rules.overrulesAudience || fields.allowedAudiences !== 'everyone') return fields;
    return { ...fields, allowedAudiences: 'organization' };
  }

  return {
    executions,
    languagesOf: (account, lagMs = 0) =>
      versionsOf(account).findLast(({ sinceMs }) => sinceMs <= clock.trueMs - lagMs)?.languages ?? [],
    create(account, fields, author) {
      const at = timestamp();
      const id = `0fb4c1e3-0000-4fb4-a3c1-${String(count).padStart(12, '0')}`;
      const after = languageBy(personOf(account), id, at, { ...allowed(fields), source: { type: ['User'] } });
      change(account, [...now(account), after], { kind: 'create', id, before: null, after }, author);
      return after;
    },
    update(account, id, fields, author) {
      const before = now(account).find((each) => each.id === id);
      if (!before) return null;
      const modified = rules.movesModified ? { lastModifiedDateTime: timestamp() } : {};
      const after = { ...before, ...allowed(fields), ...modified };
      const languages = now(account).map((each) => (each === before ? after : each));
      change(account, languages, { kind: 'update', id, before, after }, author);
      return after;
    },
    remove(account, id, author) {
      const before = now(account).find((each) => each.id === id);
      if (!before) return false;
      const languages = now(account).filter((each) => each !== before);
      change(account, languages, { kind: 'remove', id, before, after: null }, author);
      return true;
    },
    seed(account, languages) {
      versionsOf(account).push({ sinceMs: -Infinity, languages });
    },
  };
}

/** The person behind an account, as the service notes who wrote a language. */
function personOf(account: string): Person {
  const tenant = { id: 'a-tenant', name: 'Contoso', domain: 'contoso.example' };
  return { objectId: account, name: 'Somebody', address: 'somebody@contoso.example', tenant };
}
