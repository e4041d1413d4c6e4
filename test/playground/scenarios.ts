import { deedScenarios } from './scenarios/deeds';
import { editScenarios } from './scenarios/edits';
import { gateScenarios } from './scenarios/gates';
import { listScenarios } from './scenarios/list';
import { ownWayScenarios } from './scenarios/own-ways';
import type { Scenario } from './scenarios/scenario';
import { settingsScenarios } from './scenarios/settings';
import { signingInScenarios } from './scenarios/signing-in';

/** Every state of the pages by the name that addresses and pictures have, grouped as the menu shows them. */
export const themes = {
  'The list': listScenarios,
  'Guesses, doubles, order': ownWayScenarios,
  'Menus, dialogs, failures': deedScenarios,
  Edits: editScenarios,
  Gates: gateScenarios,
  'Signing in': signingInScenarios,
  Settings: settingsScenarios,
} as const satisfies Record<string, Record<string, Scenario>>;

const scenarios = {
  ...listScenarios,
  ...ownWayScenarios,
  ...deedScenarios,
  ...editScenarios,
  ...gateScenarios,
  ...signingInScenarios,
  ...settingsScenarios,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** True for the name of a scenario. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** All names, in the order of the menu. */
export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios).filter(isScenarioName);

/** The scenario of that name. */
export function scenarioOf(name: ScenarioName): Scenario {
  return scenarios[name];
}
