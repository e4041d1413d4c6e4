import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import type { JWKS } from 'oidc-provider';

/** The keys with which every tenant signs its tokens, new at each start. */
export async function createSigningKeys(): Promise<{ private: JWKS; public: JSONWebKeySet }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const marks = { kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' as const };
  return {
    private: { keys: [{ ...(await exportJWK(privateKey)), kty: 'RSA', ...marks }] },
    public: { keys: [{ ...(await exportJWK(publicKey)), kty: 'RSA', ...marks }] },
  };
}
