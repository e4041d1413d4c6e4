import { browser } from '../browser';
import { createIdentity } from '../identity/create-identity';
import { createWebAuth } from '../identity/web-auth';
import { outboxMirror } from '../storage/outbox-mirror';
import { sessionTokenStore } from '../storage/secrets';
import { readRegistrationInUse } from './read-registration';
import { isFirefox } from './is-firefox';
import { startWorker } from './start-worker';

/** The worker over the browser's own clock, network, locks and databases. */

startWorker({
  identity: createIdentity({
    webAuth: createWebAuth(browser.identity, { isFirefox: isFirefox() }),
    tokens: sessionTokenStore,
    fetch: (...args) => fetch(...args),
    nowMs: Date.now,
    configuration: readRegistrationInUse,
    withLock: (name, work) => navigator.locks.request(name, work),
  }),
  fetch: (...args) => fetch(...args),
  runExclusive: async (name, task) => {
    await navigator.locks.request(name, task);
  },
  mirror: outboxMirror,
  clock: {
    nowMs: Date.now,
    startTimer: (listener, waitMs) => {
      const timer = setTimeout(listener, waitMs);
      return () => {
        clearTimeout(timer);
      };
    },
    timeoutSignal: (waitMs) => AbortSignal.timeout(waitMs),
  },
  newId: () => crypto.randomUUID(),
  random: Math.random,
});
