import type { ServerResponse } from 'node:http';
import type { Faults } from './faults';
import { traced } from './login-errors';
import { redirectUris } from './redirect-uris';
import { errorPage, scriptPage } from './sign-in-page';
import { sendHtml } from './sign-in-routes';

/** With this the same request comes back from the page that goes on by script. */
const RELOADED = 'sso_reload';

/** Answers an authorize request as a fault wants it; false where none strikes. */
export function answerByFault(response: ServerResponse, url: URL, faults: Faults): boolean {
  const script = url.searchParams.has(RELOADED) ? undefined : faults.take('scriptRedirect');
  if (script) {
    const next = new URLSearchParams(url.searchParams);
    next.set(RELOADED, 'true');
    sendHtml(response, 200, scriptPage(`?${next.toString()}`, script.afterMs), 'with scripts');
    return true;
  }
  const page = faults.take('authorizePage');
  if (page) {
    sendHtml(response, page.status, errorPage(traced(page.text)));
    return true;
  }
  const location = scriptedError(url.searchParams, faults);
  if (location !== null) response.writeHead(302, { Location: location }).end();
  return location !== null;
}

/** Where to send the browser with the error that is set; null where none strikes, or to no registered address. */
function scriptedError(parameters: URLSearchParams, faults: Faults): string | null {
  const redirectUri = Object.values(redirectUris).find((uri) => uri === parameters.get('redirect_uri'));
  const fault = redirectUri && faults.take('authorizeError');
  if (!fault) return null;
  const { error, errorDescription, errorSubcode } = fault;
  const answer = new URLSearchParams({ error, error_description: traced(errorDescription) });
  if (errorSubcode !== undefined) answer.set('error_subcode', errorSubcode);
  const state = parameters.get('state');
  if (state !== null) answer.set('state', state);
  const mark = parameters.get('response_mode') === 'fragment' ? '#' : '?';
  return `${redirectUri}${mark}${answer.toString()}`;
}
