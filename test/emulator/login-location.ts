import { randomUUID } from 'node:crypto';
import { traced } from './login-errors';

/**
 * Makes an answer of the authorize endpoint look like Entra's: without the issuer, with a session state, with the
 * reason of a cancelled sign-in, and with the ids of an error. Addresses that are not one of the redirect addresses stay as they are.
 */
export function toEntraLocation(location: string, redirectUris: readonly string[]): string {
  const redirectUri = redirectUris.find((uri) => location.startsWith(uri));
  const mark = redirectUri && location.charAt(redirectUri.length);
  if (!redirectUri || !mark) return location;
  const parameters = new URLSearchParams(location.slice(redirectUri.length + 1));
  if (parameters.has('code')) parameters.set('session_state', randomUUID());
  const description = parameters.get('error_description');
  if (description?.startsWith('AADSTS65004')) parameters.set('error_subcode', 'cancel');
  if (description?.startsWith('AADSTS')) parameters.set('error_description', traced(description));
  parameters.delete('iss');
  return `${redirectUri}${mark}${parameters.toString()}`;
}
