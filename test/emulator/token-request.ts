import { IncomingMessage, type ServerResponse } from 'node:http';
import type { Faults } from './faults';
import { entraText, tokenErrorBody } from './login-errors';
import { readText, sendForeignPage } from './node-http';

/**
 * What Entra checks of a token request that oidc-provider does not, and the faults of the token endpoint. Answers
 * itself and gives null, or gives the request to hand on.
 */
export async function screenTokenRequest(
  request: IncomingMessage,
  response: ServerResponse,
  faults: Faults,
): Promise<IncomingMessage | null> {
  const form = new URLSearchParams(await readText(request));
  if (faults.take('tokenHtml')) {
    sendForeignPage(response, 502, 'Bad gateway');
    return null;
  }
  if (request.headers.origin !== undefined && faults.take('wrongPlatform')) {
    const body = JSON.stringify(tokenErrorBody('invalid_request', entraText(9002326)));
    response.writeHead(400, { 'Content-Type': 'application/json; charset=utf-8' }).end(body);
    return null;
  }
  if (request.headers.origin === undefined) {
    sendTokenError(request, response, 400, tokenErrorBody('invalid_request', entraText(9002327)));
    return null;
  }
  const challenge = faults.peek('expiredToken')?.claims;
  if (challenge !== undefined && satisfies(form.get('claims'), challenge)) {
    // Tokens that are given from now on are what was asked for.
    faults.set({ expiredToken: undefined });
  }
  const scripted = faults.take('tokenError');
  if (scripted) {
    const { status, error, errorDescription, claims, retryAfterSeconds } = scripted;
    if (retryAfterSeconds !== undefined) {
      response.setHeader('Retry-After', retryAfterSeconds);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    const body = tokenErrorBody(error, errorDescription);
    sendTokenError(request, response, status, claims === undefined ? body : { ...body, claims });
    return null;
  }
  if (form.get('grant_type') === 'refresh_token') {
    if (faults.take('rejectRefreshTokens')) {
      sendTokenError(request, response, 400, tokenErrorBody('invalid_grant', entraText(700084)));
      return null;
    }
    if (faults.peek('askCode')) {
      const body = { ...tokenErrorBody('interaction_required', entraText(50076)), suberror: 'basic_action' };
      sendTokenError(request, response, 400, body);
      return null;
    }
    withoutOfflineAccess(form);
  }
  return withBody(request, form.toString());
}

/** Whether claims that are asked for (JSON text) have all that a challenge demands. */
function satisfies(claims: string | null, challenge: string): boolean {
  return claims !== null && isPartOf(JSON.parse(challenge), JSON.parse(claims));
}

function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  const parts = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => isPartOf(value, parts.get(name)));
}

/** The provider does not keep this scope with the grant and would refuse to renew what never had it. */
function withoutOfflineAccess(form: URLSearchParams): void {
  const scope = form.get('scope');
  if (scope === null) return;
  form.set(
    'scope',
    scope
      .split(' ')
      .filter((name) => name !== 'offline_access')
      .join(' '),
  );
}

/** The same request with this body, unread: a request's own body can be read only once. */
function withBody(request: IncomingMessage, body: string): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.headers = { ...request.headers, 'content-length': String(Buffer.byteLength(body)) };
  delete copy.headers['transfer-encoding'];
  // Else it takes itself for cut off, and closes the connection.
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}

function sendTokenError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: object,
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    Vary: 'Origin',
  });
  response.end(JSON.stringify(body));
}
