import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerByFault } from './authorize-fault';
import type { ExchangeLog } from './exchange-log';
import type { Faults } from './faults';
import { errors } from './load-oidc-provider';
import { entraText, tokenErrorBody } from './login-errors';
import { answerForNoTenant } from './no-tenant';
import { pass, type Pauses } from './pauses';
import { isNameOf } from './people';
import { errorPage } from './sign-in-page';
import { handleSignIn, sendHtml, type SignInParts } from './sign-in-routes';
import { screenTokenRequest } from './token-request';

/** What the login server is made of. */
export interface LoginServerParts {
  readonly tenants: readonly SignInParts[];
  readonly clientId: string;
  readonly faults: Faults;
  readonly pauses: Pauses;
  readonly log: ExchangeLog;
}

const DISCOVERY = '/v2.0/.well-known/openid-configuration';
const AUTHORIZE = '/oauth2/v2.0/authorize';

/** Answers every request to the login origin: `/<tenant id or domain>/…`. */
export async function handleLogin(
  request: IncomingMessage,
  response: ServerResponse,
  parts: LoginServerParts,
): Promise<void> {
  const exchange = parts.log.open('login', request, response);
  response.once('finish', () => (exchange.executed = response.statusCode < 400));
  const { faults } = parts;
  if (faults.take('loginOffline', request.method)) {
    request.socket.destroy();
    return;
  }
  const latency = faults.take('loginLatency', request.method);
  if (latency) await wait(latency.latencyMs, undefined, { ref: false });

  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, name = '', path = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  const found = parts.tenants.find(({ tenant }) => isNameOf(tenant, name));
  if (!found && answerForNoTenant(request, response, name, path)) return;
  if (!found) {
    refuseTenant(response, path);
    return;
  }
  if (name !== found.tenant.id && path === AUTHORIZE) {
    // The cookies of a session are bound to the path with the tenant's id.
    response.writeHead(302, { Location: `/${found.tenant.id}${path}${url.search}` });
    response.end();
    return;
  }
  if (path.startsWith('/sign-in/')) {
    await showSignIn(request, response, found);
    return;
  }
  await answerProtocol(request, response, { url, path, found, parts });
}

interface ProtocolCall {
  readonly url: URL;
  /** Behind the tenant. */
  readonly path: string;
  readonly found: SignInParts;
  readonly parts: LoginServerParts;
}

async function answerProtocol(
  request: IncomingMessage,
  response: ServerResponse,
  { url, path, found, parts }: ProtocolCall,
): Promise<void> {
  const { faults, pauses, clientId } = parts;
  if (path === AUTHORIZE && answerByFault(response, url, faults)) return;
  // Entra knows the application by the redirect address alone.
  if (path === '/oauth2/v2.0/logout') url.searchParams.set('client_id', clientId);
  const isToken = path === '/oauth2/v2.0/token' && request.method === 'POST';
  if (isToken && !(await pass(pauses, 'token', 'POST'))) {
    request.socket.destroy();
    return;
  }
  const screened = isToken ? await screenTokenRequest(request, response, faults) : request;
  if (!screened) return;

  screened.url = (path === DISCOVERY ? '/.well-known/openid-configuration' : path) + url.search;
  // How the provider learns of the part of the path that it does not see.
  Object.assign(screened, { originalUrl: `/${found.tenant.id}${screened.url}` });
  await found.provider.callback()(screened, response);
}

async function showSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  found: SignInParts,
): Promise<void> {
  try {
    await handleSignIn(request, response, found);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    sendHtml(response, 400, errorPage('This sign-in is over. Close the window and sign in again.'));
  }
}

function refuseTenant(response: ServerResponse, path: string): void {
  const reason = entraText(90002);
  if (path === AUTHORIZE) {
    sendHtml(response, 400, errorPage(reason));
    return;
  }
  response.writeHead(400, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' });
  response.end(JSON.stringify(tokenErrorBody('invalid_tenant', reason)));
}
