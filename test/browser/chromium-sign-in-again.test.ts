import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../emulator/faults';
import { closedGate } from './support/closed-gate';
import { deeds } from './support/deeds';
import { failedSignIn } from './support/failed-sign-in';
import { useStage } from './support/stage';

const stage = useStage();
const { openWindow, pickAda } = failedSignIn(stage);

const SIGN_IN = 'Sign in to send 1 edit';
const LOGIN_REQUIRED = { error: 'login_required', errorDescription: 'AADSTS50058: No session.' };

/** As after a restart of the browser. */
async function loseTokens(): Promise<void> {
  await stage.popup.evaluate(() => chrome.storage.session.clear());
  await stage.chromium.stopWorker();
}

/** The tokens have to be renewed with the next edit, while these faults strike. */
async function editWith(faults: FaultSettings): Promise<void> {
  stage.emulator.faults.set({ expiredToken: {}, ...faults });
  await deeds.change.act(stage.person);
}

async function arrives(): Promise<void> {
  await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 15_000 }).toBe(true);
  await stage.person.readsStatus('Saved to Microsoft 365');
}

const renewals = () => stage.emulator.log.filter(({ path }) => path.endsWith('/token')).length;
const silentPasses = () => stage.emulator.log.filter(({ query }) => query['prompt'] === 'none').length;

beforeEach(() => stage.beginSignedIn());

describe('tokens that have to be renewed', () => {
  it('are, by the session, when the refresh token has come to its end', async () => {
    await editWith({ rejectRefreshTokens: {} });
    await arrives();
    expect(silentPasses()).toBe(1);
  });

  it('are, without a window, by a page that goes on by script', async () => {
    await loseTokens();
    const windows = stage.chromium.context.pages().length;
    await editWith({ scriptRedirect: { afterMs: 700 } });
    await arrives();
    expect(silentPasses()).toBe(2);
    expect(stage.chromium.context.pages()).toHaveLength(windows);
  });

  it('are by the person where that page does not go on within ten seconds', async () => {
    await loseTokens();
    await editWith({ scriptRedirect: { afterMs: 60_000 } });
    await stage.popup.locator('output').getByText(SIGN_IN).waitFor({ timeout: 20_000 });
    await pickAda();
    await arrives();
  });

  it.each([
    ['there is no session', { rejectRefreshTokens: {}, authorizeError: LOGIN_REQUIRED }],
    [
      'the password was changed',
      {
        tokenError: { error: 'invalid_grant', errorDescription: 'AADSTS50173: Fresh token needed.' },
        authorizeError: LOGIN_REQUIRED,
      },
    ],
    [
      'the permissions were taken back',
      {
        tokenError: { error: 'invalid_grant', errorDescription: 'AADSTS65001: No consent.' },
        authorizeError: { error: 'consent_required', errorDescription: 'AADSTS65001: No consent.' },
      },
    ],
  ] as [string, FaultSettings][])(
    'are by the person where %s, who still sees the list',
    async (_, faults) => {
      await editWith(faults);
      await stage.person.readsStatus(SIGN_IN);
      await stage.person.row('Welsh').waitFor();
      await pickAda();
      await arrives();
    },
  );
});

it('are renewed no sooner than the sign-in service asks for', async () => {
  const tooMany = { status: 429, error: 'temporarily_unavailable', retryAfterSeconds: 120 };
  const before = renewals();
  await editWith({ tokenError: { ...tooMany, times: null } });
  await stage.person.readsStatus(/^Microsoft 365 asks to wait until/);
  const { closed } = closedGate(await stage.chromium.readStorage('local'));
  expect(closed).toMatchObject({ code: 'throttled', serviceCode: 'HTTP 429' });
  expect(closed.waitMs).toBeGreaterThanOrEqual(120_000);
  expect(renewals()).toBe(before + 1);
});

describe('a second factor that a rule asks for', () => {
  it('is given in the window, after which the edit is sent', async () => {
    await editWith({ askCode: {} });
    await stage.person.readsStatus(SIGN_IN);
    const window = await pickAda();
    await window.getByRole('heading', { name: 'Enter code' }).waitFor();
    await window.getByLabel('Code').fill('123456');
    await window.getByRole('button', { name: 'Verify' }).click();
    await arrives();
    expect(silentPasses()).toBe(1);
  });

  it('is missing when the person cancels, who is told so and can go on', async () => {
    await editWith({ askCode: {} });
    await stage.person.readsStatus(SIGN_IN);
    const window = await pickAda();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await stage.person.reads(/^You did not allow access/);
    const again = await pickAda();
    await again.getByRole('button', { name: 'Verify' }).click();
    await arrives();
  });
});

it('says so when the answer of the window came too late, and signs in the next time', async () => {
  await editWith({ rejectRefreshTokens: {}, authorizeError: LOGIN_REQUIRED });
  await stage.person.readsStatus(SIGN_IN);
  const errorDescription = 'AADSTS54005: OAuth2 Authorization code was already redeemed.';
  stage.emulator.faults.set({ tokenError: { error: 'invalid_grant', errorDescription } });
  await pickAda();
  await stage.person.reads('Microsoft asks you to sign in again.');
  await stage.person.reads('AADSTS54005');
  await pickAda();
  await arrives();
});

it('opens no window by itself, however a renewal fails', async () => {
  const windows = stage.chromium.context.pages().length;
  await editWith({ askCode: {} });
  await stage.person.readsStatus(SIGN_IN);
  expect(stage.chromium.context.pages()).toHaveLength(windows);
  const window = await openWindow();
  await window.close();
});
