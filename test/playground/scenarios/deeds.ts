import { fieldsOf } from '../../../src/languages/fields';
import { undoOf } from '../../../src/outbox/undo';
import { change } from './edits';
import { gateOf } from './gates';
import { german, japanese, locked, norwegian, own, typical } from './languages';
import type { Scenario } from './scenario';
import { MINUTE_MS, signedIn } from './stored';

const removed = [german, japanese, norwegian].map((language, index) => ({
  fields: fieldsOf(language),
  atMs: Date.now() - index * 24 * 60 * MINUTE_MS,
}));
const someRemoved = signedIn({ languages: [locked], removed });
const undo = undoOf(change);

/** What is open in front of the list, and what a click comes to. */
export const deedScenarios = {
  'menu-open': { stored: someRemoved, press: ['accountMenu'], shows: ':popover-open' },
  'recently-removed': { stored: someRemoved, lively: true, press: ['removedTitle'], shows: 'dialog[open]' },
  'sign-out-with-edits': {
    stored: signedIn({ languages: typical, edits: [change] }),
    press: ['signOut'],
    shows: 'dialog[open]',
  },
  'sign-out-not-sent': {
    stored: signedIn({ languages: typical, edits: [change], gate: gateOf('offline') }),
    press: ['signOut', 'signOutSend'],
    shows: 'dialog [role=alert]',
  },
  'sign-out-of-microsoft': {
    stored: signedIn({ languages: typical }),
    press: ['signOutOfMicrosoft'],
    shows: 'dialog[open]',
  },
  'storage-full': {
    stored: signedIn({ languages: typical, undo }),
    trouble: 'full',
    press: ['undo'],
    shows: '[role=alert]',
  },
  'worker-deaf': {
    stored: signedIn({ languages: typical }),
    deaf: true,
    press: ['refresh'],
    shows: '[role=alert]',
  },
  'storage-unreadable': { stored: {}, trouble: 'unreadable', shows: '[role=alert]' },
  'hostile-names': { stored: hostile(), press: ['removedTitle'], shows: 'dialog[open]' },
  'hostile-list': { stored: hostile(), shows: '[id^="details-"]' },
} as const satisfies Record<string, Scenario>;

/** Names that would break out of where they stand. */
function hostile() {
  const markup = '<img src=x onerror=alert(1)>"\'&amp;';
  const turning = '\u202eesreveR\u202c \u2066never closed \u202e';
  const endless = 'W'.repeat(500);
  return signedIn({
    account: { name: `${turning}${markup}`, username: endless, organisation: markup },
    languages: [
      own(markup, 'de-DE', 'elementary'),
      own(turning, 'he-IL', 'conversational'),
      own(endless, 'x-'.concat(endless.slice(0, 40)), 'limitedWorking', { proficiency: endless }),
    ],
    draft: { openLine: 'de-DE' },
    removed: [`${markup}!`, `${turning}!`, `${endless}!`].map((displayName) => ({
      fields: { ...fieldsOf(japanese), displayName, tag: null },
      atMs: Date.now(),
    })),
  });
}
