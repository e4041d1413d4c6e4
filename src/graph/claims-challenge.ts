import { readAuthChallenges } from './auth-challenges';

const MAX_SIZE_BYTES = 4 * 1024;

/**
 * The claims that a 401 asks the next token to satisfy (continuous access evaluation): the JSON text of an object of at
 * most 4 KB, to be passed on as it is; null where no Bearer challenge carries one. Addresses in the challenge are
 * deliberately not read: a token is only ever asked of the directory in `clouds.ts`.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaims(header: string | null): string | null {
  for (const { scheme, parameters } of readAuthChallenges(header ?? '')) {
    const encoded = scheme === 'bearer' ? parameters.get('claims') : undefined;
    const claims = encoded === undefined ? null : decode(encoded);
    if (claims !== null && isJsonObject(claims)) return claims;
  }
  return null;
}

function decode(encoded: string): string | null {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    if (binary.length > MAX_SIZE_BYTES) return null;
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not base64, or not UTF-8: no claims.
    return null;
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
