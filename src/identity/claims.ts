import { isObject } from '../shape';

/** What tells the directory that this client can answer a challenge: it then gives tokens that can be revoked at once. */
const CLIENT_CAPABILITIES = { xms_cc: { values: ['cp1'] } };

/**
 * The `claims` of a request for tokens: that challenges can be answered, and what a challenge asks for (JSON text of an
 * object; null: nothing). A challenge that is none asks for nothing.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function requestedClaims(challenge: string | null): string {
  const asked = challenge === null ? {} : readObject(challenge);
  const ofToken = isObject(asked['access_token']) ? asked['access_token'] : {};
  return JSON.stringify({ ...asked, access_token: { ...ofToken, ...CLIENT_CAPABILITIES } });
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // No JSON: it asks for nothing that could be passed on.
    return {};
  }
}
