import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Sessions, codes, tokens and grants of one tenant, in memory. */
export interface LoginStorage {
  adapterFor(model: string): Adapter;
  /** Forgets everything: everybody is signed out and no refresh token works. */
  clear(): void;
}

/**
 * An empty storage. It knows no expiry, because the provider checks that itself, and never marks a refresh token as
 * used, because Entra lets an old one live until its end.
 */
export function createLoginStorage(): LoginStorage {
  const payloads = new Map<string, AdapterPayload>();
  const keyOf = (model: string, id: string) => `${model}:${id}`;
  return {
    adapterFor: (model) => ({
      upsert(id, payload) {
        payloads.set(keyOf(model, id), payload);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(payloads.get(keyOf(model, id))),
      findByUid: (uid) => Promise.resolve(findBy(payloads, model, 'uid', uid)),
      findByUserCode: (userCode) => Promise.resolve(findBy(payloads, model, 'userCode', userCode)),
      consume(id) {
        const payload = payloads.get(keyOf(model, id));
        if (payload && model !== 'RefreshToken') payload['consumed'] = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy(id) {
        payloads.delete(keyOf(model, id));
        return Promise.resolve();
      },
      revokeByGrantId(grantId) {
        for (const [key, payload] of payloads) if (payload.grantId === grantId) payloads.delete(key);
        return Promise.resolve();
      },
    }),
    clear() {
      payloads.clear();
    },
  };
}

function findBy(
  payloads: ReadonlyMap<string, AdapterPayload>,
  model: string,
  property: 'uid' | 'userCode',
  value: string,
): AdapterPayload | undefined {
  for (const [key, payload] of payloads) {
    if (key.startsWith(`${model}:`) && payload[property] === value) return payload;
  }
  return undefined;
}
