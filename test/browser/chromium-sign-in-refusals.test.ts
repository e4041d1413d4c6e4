import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../emulator/faults';
import { failedSignIn } from './support/failed-sign-in';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';

const stage = useStage();
const { openWindow, pickAda, meet, copied, openSettings, signsInAfterAll } = failedSignIn(stage);

const CANCELLED = 'Sign-in was cancelled.';
const LOOK_THERE =
  'If Microsoft showed an error there, its code (AADSTS…) tells your administrator why. If it was about the application, check the settings.';
const UNKNOWN = 'Microsoft does not know the application or the tenant. Check the settings.';
const WRONG_REDIRECT =
  'The application does not list this browser’s redirect address as one of a single-page application. Copy it from the settings and give it to your administrator.';

/** How Microsoft refuses: at the token endpoint, or by the redirect of a page. */
const atToken = (error: string, errorDescription: string): FaultSettings => ({
  tokenError: { error, errorDescription },
});
const atPage = (error: string, errorDescription: string): FaultSettings => ({
  authorizeError: { error, errorDescription },
});

beforeEach(() => stage.beginSignedOut());

/** The settings that the note leads to: what is right there is copied to whoever put it wrong elsewhere. */
async function copiesRedirectAddress(): Promise<void> {
  const settings = await openSettings();
  await settings.getByText(`https://${stage.chromium.extensionId}.chromiumapp.org/`).waitFor();
  await settings.getByRole('button', { name: 'Copy', exact: true }).click();
  await settings.getByText('Copied', { exact: true }).waitFor();
  await settings.close();
  expect(await copied()).toBe(`https://${stage.chromium.extensionId}.chromiumapp.org/`);
}

describe('an administrator who has to approve', () => {
  const NEEDED = 'Your organisation must approve this app first. Ask your administrator.';

  async function copiesTheLink(code: string): Promise<void> {
    await stage.person.reads(NEEDED);
    await stage.person.reads(code);
    await stage.person.press('Copy link for your administrator');
    await stage.person.reads('Copied');
    const [words, link] = (await copied()).split('\n');
    expect(words).toMatch(
      /^Please approve Profile Languages.* a page that cannot be reached: that means it worked\.$/,
    );
    expect(link).toBe(
      `${stage.emulator.loginOrigin}/00000000-0000-4000-8000-0000000000aa/adminconsent` +
        '?client_id=00000000-0000-4000-8000-000000000001',
    );
    await signsInAfterAll();
  }

  it.each([
    { canBeAsked: false, heading: 'Need admin approval', button: /^Return/, code: 'AADSTS90094' },
    { canBeAsked: true, heading: 'Approval required', button: 'Request approval', code: 'AADSTS90095' },
  ])('gets a link from who has met “$heading”', async ({ canBeAsked, heading, button, code }) => {
    stage.emulator.faults.set({ needApproval: { canBeAsked } });
    const window = await pickAda();
    await window.getByRole('heading', { name: heading }).waitFor();
    await window.getByRole('button', { name: button }).click();
    await copiesTheLink(code);
  });

  it.each([
    ['AADSTS65001', atToken('invalid_grant', 'AADSTS65001: No consent.')],
    ['AADSTS650056', atPage('access_denied', 'AADSTS650056: Misconfigured application.')],
    ['consent_required', atPage('consent_required', '')],
  ])('gets a link from who was answered %s', async (code, faults) => {
    await meet(faults);
    await copiesTheLink(code);
  });
});

const BLOCKED = 'Your organisation’s policy blocks this sign-in. Ask your administrator.';
const NOT_ASSIGNED = 'Your organisation has not given you access to this app yet. Ask your administrator.';
const FOREIGN = 'This account does not belong to your organisation. Sign in with your work account.';

describe('a rule of the organisation', () => {
  it.each([
    ['AADSTS53003', BLOCKED, atToken('invalid_grant', 'AADSTS53003: Access has been blocked.')],
    ['AADSTS530002', BLOCKED, atPage('access_denied', 'AADSTS530002: Your device must be compliant.')],
    ['AADSTS999999', BLOCKED, atPage('access_denied', 'AADSTS999999: A reason of later years.')],
    ['AADSTS50105', NOT_ASSIGNED, atPage('access_denied', 'AADSTS50105: Not assigned to a role.')],
    ['AADSTS50020', FOREIGN, atPage('access_denied', 'AADSTS50020: User account does not exist in tenant.')],
  ])('that answers %s leaves another account to sign in with', async (code, words, faults) => {
    await meet(faults);
    await stage.person.reads(words);
    await stage.person.reads(code);
    expect(await stage.popup.getByRole('button', { name: 'Open settings' }).count()).toBe(0);
    await stage.popup.getByRole('button', { name: 'Use another account' }).waitFor();
    await signInAs(stage.chromium, stage.popup, /Ben Okafor/);
    await stage.person.row('Igbo').waitFor();
  });
});

describe('a registration that Microsoft does not find', () => {
  it.each([
    ['AADSTS700016', atToken('unauthorized_client', 'AADSTS700016: Application was not found.')],
    ['AADSTS9002332', atPage('invalid_request', 'AADSTS9002332: Not for this tenant.')],
    ['AADSTS50194', atPage('unauthorized_client', 'AADSTS50194: Not a multi-tenant application.')],
    ['AADSTS70011', atToken('invalid_scope', 'AADSTS70011: The scope is not valid.')],
  ])('leads to the settings after %s', async (code, faults) => {
    await meet(faults);
    await stage.person.reads(UNKNOWN);
    await stage.person.reads(code);
    const settings = await openSettings();
    const { clientId, tenants } = stage.emulator;
    expect(await settings.getByLabel('Application (client) ID').inputValue()).toBe(clientId);
    expect(await settings.getByLabel('Tenant').inputValue()).toBe(tenants.contoso.id);
    await settings.close();
    await signsInAfterAll();
  });
});

describe('an error that Microsoft shows on a page of its own', () => {
  it.each([
    ['an unknown application', 'AADSTS700016: Application was not found in the directory.'],
    ['a redirect address that is not registered', 'AADSTS50011: The redirect URI does not match.'],
    ['a device that a rule does not allow', 'AADSTS53003: Access has been blocked.'],
  ])('about %s leads on from the window that the person closes', async (_, text) => {
    stage.emulator.faults.set({ authorizePage: { text } });
    const window = await openWindow();
    await window.getByText(text).waitFor();
    await window.close();
    await stage.person.reads(CANCELLED);
    await stage.person.reads(LOOK_THERE);
    await copiesRedirectAddress();
    await signsInAfterAll();
  });

  it('and that Chromium closes leads on as well', async () => {
    stage.emulator.faults.set({ authorizePage: { text: 'AADSTS50011: Not this address.', status: 400 } });
    await stage.person.press('Sign in');
    await stage.person.reads(/^The sign-in page could not be loaded/);
    await copiesRedirectAddress();
    await signsInAfterAll();
  });
});

describe('a redirect address of another platform than “Single-page application”', () => {
  it.each([
    ['that lets no page read the answer', { wrongPlatform: {} }],
    ['AADSTS9002326', atToken('invalid_request', 'AADSTS9002326: Cross-origin redemption.')],
    ['AADSTS7000218', atToken('invalid_client', 'AADSTS7000218: client_assertion or client_secret.')],
  ] as [string, FaultSettings][])('is to be put right by its owner: %s', async (code, faults) => {
    await meet(faults);
    await stage.person.reads(WRONG_REDIRECT);
    if (code.startsWith('AADSTS')) await stage.person.reads(code);
    await copiesRedirectAddress();
    await signsInAfterAll();
  });
});
