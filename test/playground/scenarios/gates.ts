import type { Gate, GateCode } from '../../../src/outbox/gate';
import type { Edit } from '../../../src/outbox/edit';
import { type PendingSignOut, pendingSignOut } from '../../../src/storage/pending-sign-out';
import { toRecord } from '../../../src/storage/stored';
import { ACCOUNT_KEY } from '../../support/builders';
import { add, change } from './edits';
import { typical } from './languages';
import type { Scenario } from './scenario';
import { type Kept, MINUTE_MS, signedIn } from './stored';

/** Every reason why nothing is sent, with edits that wait for it and without. */
export const gateScenarios = {
  offline: closed('offline', [change, add]),
  'offline-at-rest': closed('offline'),
  'offline-nothing-read': closed('offline', [], { languages: null }),
  throttled: closed('throttled', [change]),
  emptied: closed('emptied'),
  unavailable: closed('unavailable', [change]),
  'needs-sign-in': closed('signed-out', [change, add]),
  'needs-sign-in-at-rest': closed('signed-out'),
  'needs-sign-in-nothing-read': closed('signed-out', [], { languages: null }),
  'needs-sign-in-failed': closed('signed-out', [change], {
    signIn: { status: 'failed', code: 'blocked', serviceCode: 'AADSTS53003', atMs: Date.now() },
  }),
  'sign-out-sends': leaving('sending', 'throttled'),
  'sign-out-not-all-sent': leaving('not-all-sent', 'unavailable'),
  'settings-sign-out-sends': { ...leaving('sending', 'throttled'), page: 'settings' },
  'settings-sign-out-not-all-sent': { ...leaving('not-all-sent', 'unavailable'), page: 'settings' },
  'wrong-account': closed('wrong-account', [change]),
  forbidden: closed('forbidden'),
  unsupported: closed('unsupported'),
} as const satisfies Record<string, Scenario>;

/** After "Send now", in a popup that was opened later. */
function leaving(status: PendingSignOut['status'], code: GateCode): Scenario {
  const pending = toRecord(pendingSignOut(ACCOUNT_KEY), {
    status,
    ofMicrosoft: false,
    askedAtMs: Date.now(),
  });
  return { stored: { ...closed(code, [change]).stored, ...pending } };
}

function closed(code: GateCode, edits: readonly Edit[] = [], kept: Kept = {}): Scenario {
  return { stored: signedIn({ languages: typical, edits, gate: gateOf(code), ...kept }) };
}

/** A gate that was closed just now, for half an hour where time opens it. */
export function gateOf(code: GateCode): Gate {
  const waits = code === 'throttled' || code === 'emptied' || code === 'unavailable';
  return {
    code,
    count: 1,
    setAtMs: Date.now(),
    waitMs: waits || code === 'offline' ? 30 * MINUTE_MS : null,
    status: waits ? 503 : null,
    serviceCode: null,
    requestId: null,
  };
}
