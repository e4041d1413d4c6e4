import type { TenantAnswer } from '../../../src/identity/tenant-answer';
import { inState } from '../../../src/outbox/edit';
import { log } from '../../../src/storage/log-entry';
import { settings } from '../../../src/storage/registration-keys';
import { toRecord } from '../../../src/storage/stored';
import { aLog, refusal } from '../../support/builders';
import { add, change } from './edits';
import { gateOf } from './gates';
import { typical } from './languages';
import type { Scenario } from './scenario';
import { configured, configuredElsewhere, prescribed, signedIn } from './stored';

const contoso = {
  cloud: 'us-gov-l4',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
} as const;
const tenantId = '00000000-0000-4000-8000-0000000000aa';
const someEdits = [change, inState(add, { status: 'parked', reason: { ...refusal, atMs: Date.now() } })];

/** The settings page. */
export const settingsScenarios = {
  'settings-empty': { page: 'settings', stored: {} },
  'settings-filled': { page: 'settings', stored: configured },
  'settings-saved': {
    page: 'settings',
    stored: configured,
    tenant: { outcome: 'found', tenantId, region: 'EU' },
    press: ['save'],
    shows: '[data-outcome=saved] [data-tenant]',
  },
  'settings-from-elsewhere': { page: 'settings', stored: configuredElsewhere, shows: '[role=status] p' },
  'settings-differ': {
    page: 'settings',
    stored: { ...configured, ...configuredElsewhere },
    shows: '[role=status] button',
  },
  'settings-prescribed': { page: 'settings', stored: prescribed(contoso) },
  'settings-prescribed-manners': {
    page: 'settings',
    stored: prescribed({
      ...contoso,
      ...{ defaultAudience: 'organization', lockAudience: true, displayNameLanguage: 'de' },
    }),
  },
  'settings-prescribed-in-part': {
    page: 'settings',
    stored: { ...configured, ...prescribed({ tenant: contoso.tenant, refused: ['cloud', 'clientId'] }) },
  },
  'settings-typing': {
    page: 'settings',
    stored: {},
    type: { tenant: 'conto', 'client-id': '00000000-00' },
  },
  'settings-hopeless': {
    page: 'settings',
    stored: {},
    type: { tenant: 'https://example.com/', 'client-id': 'Profile Languages' },
    shows: '[role=alert]',
  },
  'settings-understood': {
    page: 'settings',
    stored: {},
    type: {
      tenant: 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize?client_id=1',
      'client-id': '{00000000-0000-4000-8000-00000000000C}',
    },
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
    shows: '[data-outcome=failed] p',
  },
  'settings-check-not-asked': {
    page: 'settings',
    stored: configured,
    trouble: 'full',
    press: ['check'],
    shows: '[data-outcome] p',
  },
  'settings-tenant-asked': {
    page: 'settings',
    stored: configured,
    press: ['check'],
    shows: '[data-outcome] p',
  },
  'settings-tenant-found': checked({ outcome: 'found', tenantId, region: 'EU' }),
  'settings-tenant-found-by-id': checked(
    { outcome: 'found', tenantId, region: 'EU' },
    toRecord(settings, { ...contoso, tenant: tenantId }),
  ),
  'settings-tenant-unknown': checked({ outcome: 'unknown' }),
  'settings-tenant-of-other-cloud': checked({ outcome: 'other-cloud', cloud: 'us-gov-dod' }),
  'settings-tenant-of-unnamed-cloud': checked({ outcome: 'other-cloud', cloud: null }),
  'settings-tenant-of-other-cloud-prescribed': checked(
    { outcome: 'other-cloud', cloud: 'us-gov-dod' },
    prescribed(contoso),
  ),
  'settings-tenant-offline': checked({ outcome: 'offline' }),
  'settings-tenant-late': checked({ outcome: 'late' }),
  'settings-tenant-unavailable': checked({ outcome: 'unavailable' }),
  'settings-signed-in': { page: 'settings', stored: signedIn({ languages: typical }), lively: true },
  'settings-signing-in': {
    page: 'settings',
    stored: signedIn({ languages: typical, signIn: { status: 'running' } }),
  },
  'settings-needs-sign-in': {
    page: 'settings',
    stored: signedIn({
      languages: typical,
      edits: someEdits,
      gate: gateOf('signed-out'),
      signIn: { status: 'failed', code: 'blocked', serviceCode: 'AADSTS53003', atMs: Date.now() },
    }),
    shows: '[role=alert]',
  },
  'settings-sign-out-with-edits': {
    page: 'settings',
    stored: signedIn({ languages: typical, edits: someEdits }),
    press: ['signOut'],
    shows: 'dialog[open]',
  },
  'settings-worker-deaf': {
    page: 'settings',
    stored: signedIn({ languages: typical }),
    deaf: true,
    press: ['signOut'],
    shows: '[role=alert]',
  },
  'settings-diagnostics': {
    page: 'settings',
    stored: signedIn({ languages: typical, edits: someEdits, gate: gateOf('throttled') }),
    remembered: toRecord(log, aLog(Date.now())),
    press: ['diagnosticsShow'],
    shows: 'details[open]',
  },
  'settings-unreadable': { page: 'settings', stored: {}, trouble: 'unreadable', shows: '[role=alert]' },
} as const satisfies Record<string, Scenario>;

/** What came of a press of "Check". */
function checked(tenant: TenantAnswer, stored = configured): Scenario {
  return { page: 'settings', stored, tenant, press: ['check'], shows: `[data-tenant=${tenant.outcome}]` };
}
