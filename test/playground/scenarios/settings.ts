import type { Scenario } from './scenario';
import { configured, configuredElsewhere, prescribed } from './stored';

const contoso = {
  cloud: 'us-gov-l4',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
} as const;

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
  'settings-prescribed': { page: 'settings', stored: prescribed(contoso) },
  'settings-prescribed-in-part': {
    page: 'settings',
    stored: { ...configured, ...prescribed({ tenant: contoso.tenant, refused: ['clientId'] }) },
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
