import type { IncomingMessage, ServerResponse } from 'node:http';
import { entraText, tokenErrorBody } from './login-errors';
import { errorPage } from './sign-in-page';
import { sendHtml } from './sign-in-routes';

/** What stands in place of a tenant where any may sign in; the emulator's application is of one tenant only. */
const NO_TENANT: readonly string[] = ['common', 'organizations', 'consumers'];

/** Answers for `organizations` and its like: a document without an issuer of its own, else a refusal; false for others. */
export function answerForNoTenant(
  { headers }: IncomingMessage,
  response: ServerResponse,
  name: string,
  path: string,
): boolean {
  if (!NO_TENANT.includes(name)) return false;
  if (path === '/oauth2/v2.0/authorize') {
    sendHtml(response, 400, errorPage(entraText(50194)));
    return true;
  }
  const isDocument = path === '/v2.0/.well-known/openid-configuration';
  const origin = `http://${headers.host ?? ''}`;
  const document = {
    issuer: `${origin}/{tenantid}/v2.0`,
    authorization_endpoint: `${origin}/${name}/oauth2/v2.0/authorize`,
    token_endpoint: `${origin}/${name}/oauth2/v2.0/token`,
  };
  response.writeHead(isDocument ? 200 : 400, {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(JSON.stringify(isDocument ? document : tokenErrorBody('invalid_request', entraText(50194))));
  return true;
}
