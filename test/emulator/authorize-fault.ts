import type { Faults } from './faults';
import { redirectUris } from './redirect-uris';

/** Where to send the browser with the error that is set; null where none strikes, or to no registered address. */
export function scriptedAuthorizeError(parameters: URLSearchParams, faults: Faults): string | null {
  const redirectUri = Object.values(redirectUris).find((uri) => uri === parameters.get('redirect_uri'));
  const fault = redirectUri && faults.take('authorizeError');
  if (!fault) return null;
  const answer = new URLSearchParams({ error: fault.error, error_description: fault.errorDescription });
  if (fault.errorSubcode !== undefined) answer.set('error_subcode', fault.errorSubcode);
  const state = parameters.get('state');
  if (state !== null) answer.set('state', state);
  const mark = parameters.get('response_mode') === 'fragment' ? '#' : '?';
  return `${redirectUri}${mark}${answer.toString()}`;
}
