import { languageBy, type StoredLanguage, type WritableLanguage } from '../emulator/graph-entity';
import type { Clock } from './clock';
import { never } from './life';
import { createProfiles, type ServiceRules } from './profiles';
import { answerTruly, readAsked } from './service-routes';
import type { Asked, Execution, Fate, LoggedRequest, PlainAnswer } from './service-log';

/** Another device of the person: its changes obey no rule and are never refused. */
export interface Elsewhere {
  add(account: string, fields: Partial<WritableLanguage>): StoredLanguage;
  /** Throws for a language that is not on the profile. */
  change(account: string, id: string, fields: Partial<WritableLanguage>): StoredLanguage;
  remove(account: string, id: string): void;
}

/** Microsoft Graph at the level of `fetch`, as one browser meets it. */
export interface Service {
  /** Every request that left this browser, in order. */
  readonly log: readonly LoggedRequest[];
  /** Every change really made to a profile, in order. */
  readonly executions: readonly Execution[];
  readonly rules: ServiceRules;
  readonly elsewhere: Elsewhere;
  /** Decides what becomes of each request: replaced by tests. `{}`: all goes well. */
  fateOf: (asked: Asked) => Fate;
  /** The same service as another browser meets it: only the log and the fates are that browser's own. */
  readonly another: () => Service;
  /** The profile as it really is, in the service's order. */
  profileOf(account: string): readonly StoredLanguage[];
  /** Puts a language there that has always been there; gives its id. */
  seed(account: string, fields: Partial<WritableLanguage>): string;
  /** A fresh token of that account. */
  mint(account: string, token?: string): string;
  /** Refuses every token that the account has got so far. */
  expireTokens(account: string): void;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** From sending to the answer, where nothing is wrong. */
export const LATENCY_MS = 100;

/** A service whose people have empty profiles. */
export function createService(clock: Clock): Service {
  const rules = { movesModified: true, overrulesAudience: false, refusesProficiency: false };
  const profiles = createProfiles(clock, rules);
  const tokens = new Map<string, string>();
  const by = { by: 'elsewhere', requestId: null } as const;
  let seeds = 0;
  let minted = 0;

  async function perform(asked: Asked, fate: Fate): Promise<PlainAnswer | 'lost'> {
    const { executes = true, latencyMs = LATENCY_MS, lagMs = 0 } = fate;
    const { answer = executes === true ? 'truth' : 'lost' } = fate;
    const execute = () => answerTruly(asked, { profiles, rules, lagMs });
    await clock.wait(latencyMs / 2);
    if (typeof executes === 'number') clock.after(executes, execute);
    const truth = executes === true ? execute() : NOTHING;
    await clock.wait(latencyMs / 2);
    if (answer === 'lost') return answer;
    if (answer === 'hang') return never();
    return answer === 'truth' ? truth : answer(truth);
  }

  function meet(): Service {
    const log: LoggedRequest[] = [];
    const service: Service = {
      log,
      executions: profiles.executions,
      rules,
      fateOf: () => ({}),
      another: meet,
      profileOf: (account) => profiles.languagesOf(account),
      seed(account, fields) {
        seeds += 1;
        const id = `0fb4c1e3-c1e3-4fb4-a3c1-${String(seeds).padStart(12, '0')}`;
        const person = { objectId: account, name: '', address: '', tenant: { id: '', name: '', domain: '' } };
        const seeded = languageBy(person, id, `2024-03-${String(10 + seeds)}T08:15:42.2294868Z`, fields);
        profiles.seed(account, [...profiles.languagesOf(account), seeded]);
        return id;
      },
      elsewhere: {
        add: (account, fields) => profiles.create(account, fields, by),
        change(account, id, fields) {
          const changed = profiles.update(account, id, fields, by);
          if (!changed) throw new Error(`The profile has no language ${id}.`);
          return changed;
        },
        remove: (account, id) => void profiles.remove(account, id, by),
      },
      mint(account, token = `token-${(minted += 1)}-of-${account}`) {
        tokens.set(token, account);
        return token;
      },
      expireTokens(account) {
        for (const [token, owner] of tokens) if (owner === account) tokens.delete(token);
      },
      async fetch(url, init) {
        const asked = readAsked(url, init, { nth: log.length + 1, atMs: clock.trueMs, tokens });
        const index = log.push({ ...asked, status: null, outcome: 'open' }) - 1;
        const end = await Promise.race([perform(asked, service.fateOf(asked)), untilAborted(init.signal)]);
        if (end !== 'lost' && end !== 'aborted') {
          log[index] = { ...asked, status: end.status, outcome: 'answered' };
          return toResponse(url, end);
        }
        log[index] = { ...asked, status: null, outcome: 'lost' };
        // A browser rejects with the signal's own reason.
        if (end === 'aborted' && init.signal?.reason instanceof Error) throw init.signal.reason;
        throw new TypeError('Failed to fetch');
      },
    };
    return service;
  }

  return meet();
}

/** Stands where a request was not executed: nothing to tell. */
const NOTHING: PlainAnswer = { status: 503, headers: {}, body: '' };

function untilAborted(signal: AbortSignal | null | undefined): Promise<'aborted'> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve('aborted');
    });
  });
}

function toResponse(url: string, { status, headers, body, url: said = url }: PlainAnswer): Response {
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  const response = new Response(hasBody ? streamOf(body) : null, { status, headers });
  return Object.defineProperty(response, 'url', { value: said });
}

/** Half as slow as the stream that a text becomes by itself: there are tens of thousands of answers. */
function streamOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (text !== '') controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}
