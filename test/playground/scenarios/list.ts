import { LEVELS } from '../../../src/languages/levels';
import type { ProfileLanguage } from '../../../src/languages/language';
import { differing, german, locked, own, typical } from './languages';
import type { Scenario } from './scenario';
import { type Kept, signedIn } from './stored';

const OPEN = '[id^="details-"]';
const SEARCHED = 'search p:not(:empty)';

/** What the list looks like while nothing is the matter. */
export const listScenarios = {
  typical: { stored: signedIn({ languages: typical }), lively: true },
  'first-reading': { stored: signedIn({ languages: null }) },
  'empty-profile': { stored: signedIn(), lively: true },
  'details-open': {
    stored: signedIn({ languages: typical, draft: { openLine: german.id } }),
    shows: OPEN,
    lively: true,
  },
  'details-of-sign-language': {
    stored: signedIn({ languages: typical, draft: { openLine: 'bfi' } }),
    shows: OPEN,
  },
  'details-of-locked': {
    stored: signedIn({ languages: typical, draft: { openLine: locked.id } }),
    shows: OPEN,
  },
  'skills-that-differ': {
    stored: signedIn({ languages: [differing, ...typical.slice(2)], draft: { openLine: differing.id } }),
    shows: OPEN,
  },
  'odd-values': { stored: signedIn({ languages: odd(), draft: { openLine: 'inferred' } }), shows: OPEN },
  'fifty-languages': { stored: signedIn({ languages: fifty() }), lively: true },
  'long-names': { stored: signedIn(longNames()), shows: OPEN },
  'search-finds': {
    stored: signedIn({ languages: typical, draft: { query: 'nor' } }),
    lively: true,
    shows: SEARCHED,
  },
  'search-finds-nothing': {
    stored: signedIn({ languages: typical, draft: { query: 'qqzzxx' } }),
    shows: SEARCHED,
  },
  'search-too-long': {
    stored: signedIn({ languages: typical, draft: { query: 'a'.repeat(101) } }),
    shows: SEARCHED,
  },
  'many-suggestions': {
    stored: signedIn({ languages: [german] }),
    browserTags: ['cy', 'zh-Hant-TW', 'sr-Latn-RS', 'ca'],
  },
} as const satisfies Record<string, Scenario>;

/** What other writers of profiles leave, and what this version does not know. */
function odd(): ProfileLanguage[] {
  const nothing = { proficiency: null, spoken: null, written: null, reading: null };
  return [
    own('Danish', 'da-DK', 'conversational', {
      id: 'inferred',
      source: 'inferred',
      inference: { confidence: 0.8 },
    }),
    own('Norwegian', 'no-NB', 'elementary'),
    own('No level at all', 'fi-FI', 'elementary', { ...nothing, audience: null }),
    own('A later level', 'sv-SE', 'elementary', {
      proficiency: 'expert',
      spoken: 'expert',
      audience: 'guests',
    }),
    own('', 'cy-GB', 'elementary', { tag: null, createdAt: null }),
  ];
}

function fifty(): ProfileLanguage[] {
  const tags =
    'af am az be bg bn bs ca cs cy da el es et eu fa fi fr ga gl gu he hi hr hu hy id is it ka kk km kn ko ky lo lt lv mk ml mn mr ms my ne nl pl pt ro sw';
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return tags
    .split(' ')
    .map((tag, index) => own(names.of(tag) ?? tag, tag, LEVELS[index % LEVELS.length] ?? 'elementary'));
}

function longNames(): Kept {
  const long = 'Low German as it is spoken along the coast between the Ems and the Elbe';
  return {
    account: {
      name: 'Wolfeschlegelsteinhausenbergerdorff-Schwarzenberg, Adelheid Friederike Wilhelmina',
      username: 'adelheid.friederike.wilhelmina@research.subsidiary.contoso-international.example',
      organisation: 'Contoso International Organisation for Research and Development in Northern Europe',
    },
    languages: [
      own(long, 'nds-DE', 'nativeOrBilingual'),
      own(long.replaceAll(' ', ''), 'nds-NL', 'limitedWorking'),
    ],
    draft: { openLine: 'nds-DE' },
  };
}
