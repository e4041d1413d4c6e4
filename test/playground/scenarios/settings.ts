import type { Scenario } from './scenario';
import { configured, configuredElsewhere } from './stored';

/** The settings page. */
export const settingsScenarios = {
  'settings-empty': { page: 'settings', stored: {} },
  'settings-filled': { page: 'settings', stored: configured },
  'settings-saved': { page: 'settings', stored: configured, press: ['save'], shows: '[data-outcome=saved]' },
  'settings-from-elsewhere': { page: 'settings', stored: configuredElsewhere, shows: '[role=status] p' },
  'settings-differ': {
    page: 'settings',
    stored: { ...configured, ...configuredElsewhere },
    shows: '[role=status] button',
  },
  'settings-wrong': {
    page: 'settings',
    stored: {},
    type: { tenant: 'common', 'client-id': '1234' },
    press: ['save'],
    shows: '[role=alert]',
  },
  'settings-not-saved': {
    page: 'settings',
    stored: configured,
    trouble: 'full',
    press: ['save'],
    shows: '[data-outcome=failed]',
  },
  'settings-unreadable': { page: 'settings', stored: {}, trouble: 'unreadable', shows: '[role=alert]' },
} as const satisfies Record<string, Scenario>;
