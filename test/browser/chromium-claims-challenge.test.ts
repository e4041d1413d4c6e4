import { beforeEach, describe, expect, it } from 'vitest';
import { deeds } from './support/deeds';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';

const stage = useStage();

/** What Graph says when an account was locked, a password changed, or a rule tightened: this token counts no more. */
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
const MFA = {
  error: 'interaction_required',
  errorDescription: 'AADSTS50076: Due to a configuration change you must use multi-factor authentication.',
};

const answered = (status: number) =>
  stage.emulator.log.filter((entry) => entry.server === 'graph' && entry.status === status).length;

describe('a token that is revoked while it is used', () => {
  beforeEach(async () => {
    await stage.beginSignedIn();
    stage.emulator.faults.set({ expiredToken: { claims, times: null } });
  });

  it('is replaced by one that satisfies the challenge, once, and the person notices nothing', async () => {
    await deeds.change.act(stage.person);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await stage.person.readsStatus('Saved to Microsoft 365');
    expect(answered(401)).toBe(1);
  });

  it('asks for one sign-in where the directory wants to see the person, which satisfies the challenge', async () => {
    stage.emulator.faults.set({ tokenError: { ...MFA, claims }, authorizeError: MFA });
    await deeds.change.act(stage.person);
    await stage.person.readsStatus('Sign in to send 1 edit');
    expect(answered(401)).toBe(1);
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await stage.person.readsStatus('Saved to Microsoft 365');
    expect(answered(401)).toBe(1);
  });
});
