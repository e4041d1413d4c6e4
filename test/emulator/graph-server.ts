import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerControl, isControlPath, type Control } from './control';
import type { ExchangeLog, OpenExchange } from './exchange-log';
import { GraphRefusal } from './graph-refusal';
import { loggedBody, readGraphRequest, type GraphRequest } from './graph-request';
import {
  beginAnswer,
  refusalAnswer,
  sendAnswer,
  sendPreflight,
  setCommonHeaders,
  type Answer,
} from './graph-response';
import { route, type GraphService } from './graph-routes';
import { invalidToken, readCaller, type TokenRules } from './graph-token';
import { sendForeignPage } from './node-http';
import { pass, type Pauses } from './pauses';

/** What the Graph server is made of. */
export interface GraphServerParts extends GraphService {
  readonly log: ExchangeLog;
  readonly pauses: Pauses;
  readonly tokenRules: TokenRules;
  readonly control: Control;
}

/** Answers every request to the Graph origin; faults strike in the order of the checks below. */
export async function handleGraph(
  request: IncomingMessage,
  response: ServerResponse,
  parts: GraphServerParts,
): Promise<void> {
  if (isControlPath(request.url)) {
    await answerControl(request, response, parts.control);
    return;
  }
  const { faults, pauses } = parts;
  const exchange = parts.log.open('graph', request, response);
  const isPreflight = request.method === 'OPTIONS';
  const method = isPreflight ? request.headers['access-control-request-method'] : request.method;
  if (faults.take('offline', method)) {
    request.socket.destroy();
    return;
  }
  if (isPreflight) {
    setCommonHeaders(request, response);
    sendPreflight(request, response);
    return;
  }

  const asked = await readGraphRequest(request);
  exchange.requestBody = loggedBody(asked);
  if (faults.take('html', method)) {
    sendForeignPage(response, 200, 'Sign in to the guest network');
    return;
  }
  setCommonHeaders(request, response);
  const late = faults.take('lateExecution', method);
  if (late) {
    request.socket.destroy();
    await wait(late.afterMs, undefined, { ref: false });
    await execute(asked, response, exchange, parts);
    return;
  }
  const latency = faults.take('latency', method);
  if (latency) await wait(latency.latencyMs, undefined, { ref: false });
  const isAllowed = await pass(pauses, 'arrival', asked.method);
  const answer = isAllowed ? await execute(asked, response, exchange, parts) : null;
  const isLost = faults.take('lostAnswer', method) !== undefined;
  if (answer === null || isLost || !(await pass(pauses, 'execution', asked.method))) {
    request.socket.destroy();
    return;
  }
  const middle = pauses.take('answer', asked.method);
  if (middle === null) {
    sendAnswer(response, answer);
    return;
  }
  beginAnswer(response, answer);
  await middle.wait();
  request.socket.destroy();
}

async function execute(
  request: GraphRequest,
  response: ServerResponse,
  exchange: OpenExchange,
  parts: GraphServerParts,
): Promise<Answer> {
  try {
    refuseByFault(request.method, parts);
    const caller = await readCaller(request.headers.authorization, parts.tokenRules);
    exchange.caller = caller.person.objectId;
    const answer = route(request, caller, parts);
    exchange.executed = true;
    return answer;
  } catch (error) {
    if (error instanceof GraphRefusal) return refusalAnswer(response, error);
    throw error;
  }
}

function refuseByFault(method: string, { faults, tokenRules }: GraphServerParts): void {
  const expired = faults.take('expiredToken', method);
  if (expired) {
    throw invalidToken('Lifetime validation failed, the token is expired.', tokenRules, expired.claims);
  }
  const scripted = faults.take('status', method);
  if (!scripted) return;
  const { status, code = codeOf(status), retryAfterSeconds, retryAfterAs } = scripted;
  throw new GraphRefusal(status, code, '', {
    ...(retryAfterSeconds !== undefined && {
      'Retry-After':
        retryAfterAs === 'date'
          ? new Date(Date.now() + retryAfterSeconds * 1000).toUTCString()
          : String(retryAfterSeconds),
    }),
  });
}

function codeOf(status: number): string {
  if (status === 429) return 'TooManyRequests';
  return status === 503 ? 'ServiceUnavailable' : 'UnknownError';
}
