import { browser } from '../browser';
import { readAccount } from '../storage/account-state';
import { findRing, ringDoorbell } from '../storage/doorbell';
import { atMostEvery } from './at-most-every';
import type { WorkerParts } from './worker-parts';

/** Between the browsers of one person: whoever has changed the profile rings, and the others read it again. */
export interface Doorbell {
  readonly ring: (accountKey: string) => void;
  /** A ring that waits for its time is not rung any more: for sign-out. */
  readonly silence: () => void;
}

/** The browser's own sync takes 120 writes a minute from all of an extension. */
const RING_EVERY_MS = 10_000;

/** Two browsers may ring one after the other. */
const HEAR_EVERY_MS = 2_000;

/** Listens from now on: to be called in the worker's first turn. `onRing` is called for rings of other browsers. */
export function createDoorbell({ clock, newId }: WorkerParts, onRing: () => void): Doorbell {
  const ringer = newId();
  let accountKey = '';
  const rings = atMostEvery(clock, RING_EVERY_MS, () => {
    ringDoorbell(accountKey, { ringer, id: newId() }).catch(reportError);
  });
  const heard = atMostEvery(clock, HEAR_EVERY_MS, onRing);
  browser.storage.sync.onChanged.addListener((changes) => {
    readAccount()
      .then((account) => {
        const ring = account && findRing(changes, account.key);
        // Browsers tell whoever writes, too.
        if (ring && ring.ringer !== ringer) heard.ask();
      })
      .catch(reportError);
  });
  return {
    ring: (key) => {
      accountKey = key;
      rings.ask();
    },
    silence: rings.forget,
  };
}
