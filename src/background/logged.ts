import { GraphFailure } from '../graph/failure';
import type { Graph, GraphCall } from '../graph/graph';
import { SignInFailure } from '../identity/failure';
import type { Identity } from '../identity/identity';
import type { LogEntry } from '../storage/log-entry';
import type { CheckTenant } from './answer-tenant-checks';
import { createLog, type Ending, type Log } from './log';
import type { LoggedParts, WorkerParts } from './worker-parts';

/** The worker's parts with a log of what is asked of Microsoft by them. */
export function withLog(parts: WorkerParts): LoggedParts {
  const log = createLog(parts.clock.nowMs);
  return { ...parts, identity: loggedIdentity(parts.identity, log), log };
}

/** The same client; how each request ended goes into the log. */
export function loggedGraph(graph: Graph, log: Log): Graph {
  const logged =
    <Rest extends unknown[], T>(
      what: LogEntry['what'],
      ask: (call: GraphCall, ...rest: Rest) => Promise<T>,
    ) =>
    async (call: GraphCall, ...rest: Rest): Promise<T> => {
      const sent = { clientRequestId: call.requestId };
      const end = log.begin(what);
      try {
        const answer = await ask(call, ...rest);
        end({ ...WELL, ...sent });
        return answer;
      } catch (error) {
        end({ ...endingOf(error), ...sent });
        throw error;
      }
    };
  return {
    listLanguages: logged('list', (...given) => graph.listLanguages(...given)),
    createLanguage: logged('create', (...given) => graph.createLanguage(...given)),
    updateLanguage: logged('update', (...given) => graph.updateLanguage(...given)),
    removeLanguage: logged('remove', (...given) => graph.removeLanguage(...given)),
    readOrganisation: logged('organisation', (...given) => graph.readOrganisation(...given)),
  };
}

/** The same; every sign-in goes into the log, and why there was no token. */
export function loggedIdentity(identity: Identity, log: Log): Identity {
  return {
    ...identity,
    signIn: async (...given) => {
      const end = log.begin('sign-in');
      try {
        const account = await identity.signIn(...given);
        end(WELL);
        return account;
      } catch (error) {
        end(endingOf(error));
        throw error;
      }
    },
    accessToken: async (...given) => {
      const end = log.begin('token');
      try {
        return await identity.accessToken(...given);
      } catch (error) {
        end(endingOf(error));
        throw error;
      }
    },
  };
}

/** The same; what each check found out goes into the log. */
export function loggedCheck(check: CheckTenant, log: Log): CheckTenant {
  return async (place) => {
    const end = log.begin('tenant-check');
    const answer = await check(place);
    end({ ...WELL, outcome: answer.outcome });
    return answer;
  };
}

const WELL: Ending = {
  outcome: 'ok',
  status: null,
  serviceCode: null,
  waitMs: null,
  requestId: null,
  clientRequestId: null,
  trace: {},
};

function endingOf(error: unknown): Ending {
  if (error instanceof GraphFailure) {
    const { code, status, serviceCode, retryAfterMs, requestId } = error;
    return { ...WELL, outcome: code, status, serviceCode, waitMs: retryAfterMs, requestId };
  }
  if (error instanceof SignInFailure) {
    const { code, serviceCode, retryAfterMs, trace } = error;
    return { ...WELL, outcome: code, serviceCode, waitMs: retryAfterMs, trace };
  }
  return { ...WELL, outcome: 'error' };
}
