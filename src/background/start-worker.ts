import { browser } from '../browser';
import { checkTenant } from '../identity/check-tenant';
import { createReceiver } from '../messages/receive';
import { forgetLeftShared } from '../storage/forget-shared';
import { holdsPendingSignOut } from '../storage/pending-sign-out';
import { holdsQueuedEdit } from '../storage/stored-edits';
import { answerTenantChecks } from './answer-tenant-checks';
import { keepBadge } from './badge';
import { createDoorbell } from './doorbell';
import { isFirefox } from './is-firefox';
import { createSession } from './session';
import { followPolicy } from './follow-policy';
import { loggedCheck, withLog } from './logged';
import { createWakeUp } from './wake-up';
import { travelPreferences } from './travel-preferences';
import { travelSettings } from './travel-settings';
import type { WorkerParts } from './worker-parts';
import { updateAtRest } from './update-at-rest';

/**
 * Starts the worker: builds the rooms and attaches every listener in its first turn, because a browser that wakes it
 * for an event looks for the listener right then. What the listeners need is read inside them.
 */
export function startWorker(parts: WorkerParts): void {
  const wakeUp = createWakeUp(parts.clock, wake);
  const doorbell = createDoorbell(parts, () => {
    session.refresh().catch(reportError);
  });
  const logged = withLog(parts);
  const session = createSession(logged, wakeUp, doorbell);

  /** Wakes the engine for an event that nobody waits for; what goes wrong then is for the worker's console. */
  function wake(): void {
    session.wake().catch(reportError);
  }

  function leaveOnceSent(): void {
    session.leaveOnceSent().catch(reportError);
  }

  const pagesOrigin = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener(
    createReceiver(
      { id: browser.runtime.id, pagesOrigin },
      {
        'session/sign-in': session.signIn,
        'session/sign-out': session.signOut,
        'sync/look': session.look,
        'sync/retry': session.retry,
        'sync/discard-unreadable': session.discardUnreadable,
      },
    ),
  );
  browser.storage.local.onChanged.addListener((changes) => {
    if (holdsQueuedEdit(changes)) wake();
    if (holdsPendingSignOut(changes)) leaveOnceSent();
  });
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
  // Chromium waits for idleness by itself.
  if (isFirefox()) updateAtRest(session.whenAtRest, parts.clock);
  answerTenantChecks(loggedCheck((place) => checkTenant(place, parts.fetch, parts.clock.nowMs), logged.log));
  keepBadge();
  followPolicy(parts.clock);
  travelSettings();
  travelPreferences(parts.clock);
  forgetLeftShared().catch(reportError);
  leaveOnceSent();
  wake();
}
