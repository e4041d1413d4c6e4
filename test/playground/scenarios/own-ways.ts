import { afterWrite } from '../../../src/outbox/snapshot';
import { toAccountRecord } from '../../../src/storage/account-record';
import { ACCOUNT_KEY, aSnapshot } from '../../support/builders';
import { german, norwegian, own, typical } from './languages';
import type { Scenario } from './scenario';
import { prescribed, signedIn } from './stored';

const OPEN = '[id^="details-"]';

const guesses = [
  own('Danish', 'da-DK', 'elementary', {
    source: 'inferred',
    inference: { confidence: 0.8 },
    isVerified: false,
  }),
  own('Swedish', 'sv-SE', 'elementary', {
    source: 'inferred',
    inference: { confidence: null },
    isVerified: false,
  }),
];
const oddNorwegian = own('Norwegian', 'no-NB', 'professionalWorking');
const narrowed = { ...german, audience: 'me' };

/** What the person is asked about their list, and how they want to see it. */
export const ownWayScenarios = {
  guesses: { stored: signedIn({ languages: [...typical, ...guesses] }), lively: true },
  'nearly-the-same': {
    stored: signedIn({ languages: [norwegian, german, oddNorwegian], draft: { openLine: 'no-NB' } }),
    shows: OPEN,
    lively: true,
  },
  'odd-tag': {
    stored: signedIn({ languages: [german, oddNorwegian], draft: { openLine: 'no-NB' } }),
    shows: OPEN,
    lively: true,
  },
  'missing-tag': {
    stored: signedIn({ languages: [{ ...german, tag: null }], draft: { openLine: german.id } }),
    shows: OPEN,
    lively: true,
  },
  'by-level': { stored: signedIn({ languages: typical, preferences: { order: 'level' } }), lively: true },
  'by-hand': {
    stored: signedIn({
      languages: typical,
      preferences: { order: 'hand', contact: german.id },
      draft: { openLine: german.id },
    }),
    shows: OPEN,
    lively: true,
  },
  'audience-prescribed': {
    stored: {
      ...signedIn({ languages: [narrowed], draft: { openLine: german.id } }),
      ...prescribed({ lockAudience: true }),
    },
    shows: OPEN,
  },
  'audience-overruled': {
    stored: {
      ...signedIn({ languages: [narrowed], draft: { openLine: german.id } }),
      ...toAccountRecord(ACCOUNT_KEY, {
        snapshot: afterWrite(aSnapshot([german]), {
          id: german.id,
          asked: { audience: 'everyone' },
          answered: narrowed,
          atMs: Date.now(),
        }),
      }),
    },
    shows: OPEN,
  },
} as const satisfies Record<string, Scenario>;
