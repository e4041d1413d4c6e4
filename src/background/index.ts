import { browser } from '../browser';
import { createIdentity } from '../identity/create-identity';
import { createWebAuth } from '../identity/web-auth';
import { createReceiver } from '../messages/receive';
import { holdsQueuedEdit } from '../storage/account-state';
import { sessionTokenStore } from '../storage/secrets';
import { readConfigurationInForce } from './configuration-in-force';
import { createSession } from './session';
import { onAlarm } from './wake-up';

/**
 * The worker: builds the rooms and attaches every listener in its first turn, because a browser that wakes it for an
 * event looks for the listener right then. What the listeners need is read inside them.
 */

// Only Firefox gives extension pages addresses of this scheme.
const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');

const identity = createIdentity({
  webAuth: createWebAuth(browser.identity, { isFirefox }),
  tokens: sessionTokenStore,
  fetch: (...args) => fetch(...args),
  nowMs: Date.now,
  configuration: readConfigurationInForce,
  withLock: (name, work) => navigator.locks.request(name, work),
});

const session = createSession(identity);

/** Wakes the engine for an event that nobody waits for; what goes wrong then is for the worker's console. */
function wake(): void {
  session.wake().catch(reportError);
}

browser.runtime.onMessage.addListener(
  createReceiver(
    { id: browser.runtime.id, pagesOrigin: browser.runtime.getURL('') },
    {
      'session/sign-in': session.signIn,
      'session/sign-out': session.signOut,
      'sync/refresh': session.refresh,
      'sync/retry': session.retry,
    },
  ),
);
browser.storage.local.onChanged.addListener((changes) => {
  if (holdsQueuedEdit(changes)) wake();
});
onAlarm(wake);
browser.runtime.onStartup.addListener(wake);
browser.runtime.onInstalled.addListener(wake);
wake();
