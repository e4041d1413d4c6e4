import { randomUUID } from 'node:crypto';

/**
 * Makes an answer of the authorize endpoint look like Entra's: without the issuer, with a session state, and with the
 * reason of a cancelled sign-in. Addresses that are not one of the redirect addresses stay as they are.
 */
export function toEntraLocation(location: string, redirectUris: readonly string[]): string {
  const redirectUri = redirectUris.find((uri) => location.startsWith(uri));
  const mark = redirectUri && location.charAt(redirectUri.length);
  if (!redirectUri || !mark) return location;
  const parameters = new URLSearchParams(location.slice(redirectUri.length + 1));
  if (parameters.has('code')) parameters.set('session_state', randomUUID());
  if (parameters.get('error_description')?.startsWith('AADSTS65004')) {
    parameters.set('error_subcode', 'cancel');
  }
  parameters.delete('iss');
  return `${redirectUri}${mark}${parameters.toString()}`;
}
