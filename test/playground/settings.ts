import { readChoice } from './choice';
import { reach } from './reach';
import { scenarioOf } from './scenarios';

/** The real page over the fake browser, brought to the state that its address names. */

const { scenario, scheme } = readChoice(location.search);
if (scheme !== 'system') document.documentElement.style.colorScheme = scheme;
await import('../../src/options/main.tsx');
await reach(scenarioOf(scenario));
