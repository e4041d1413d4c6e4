const KEY_LENGTH = 22;

/**
 * The key of one account in one cloud: 22 characters of base64url. It says nothing about the directory or the person
 * to someone who finds it in a log or in synchronised storage.
 */
export async function accountKey(cloud: string, tenantId: string, objectId: string): Promise<string> {
  const name = `${cloud}|${tenantId.toLowerCase()}|${objectId.toLowerCase()}`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, KEY_LENGTH);
}
