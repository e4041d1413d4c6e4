// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SIGN_IN_FAILURE_CODES, type SignInFailureCode } from '../../src/identity/failure';
import { signInDetails } from '../../src/ui/sign-in-failure';
import { type SignInStatus, signInStatus } from '../../src/storage/catalogue';
import { settings } from '../../src/storage/registration-keys';
import { readStored, toRecord } from '../../src/storage/stored';
import { aPage } from './harness';

afterEach(cleanup);

const trace = {
  correlationId: 'fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7',
  traceId: '255d1aef-8c98-452f-ac51-23d051240864',
  timestamp: '2026-01-09 02:02:12Z',
};

function failed(code: SignInFailureCode) {
  const atMs = Date.UTC(2026, 0, 9, 2, 2, 13);
  return { status: 'failed', code, serviceCode: 'AADSTS53003', trace, atMs } as const;
}

function show(signIn: SignInStatus) {
  return aPage({ account: null, languages: null, signIn });
}

describe('the details of a failed sign-in', () => {
  it('are codes, ids, times and versions', () => {
    expect(signInDetails(failed('blocked')).split('\n')).toEqual([
      'sign-in: blocked',
      'serviceCode: AADSTS53003',
      `correlationId: ${trace.correlationId}`,
      `traceId: ${trace.traceId}`,
      'timestamp: 2026-01-09 02:02:12Z',
      'time: 2026-01-09T02:02:13.000Z',
      'extension: 1.2.3',
      `browser: ${navigator.userAgent}`,
    ]);
  });

  it('leave out what Microsoft did not say', () => {
    const { trace: _, ...untraced } = failed('offline');
    expect(signInDetails({ ...untraced, serviceCode: null })).toMatch(
      /^sign-in: offline\nserviceCode: -\ntime: /,
    );
  });

  it.each(SIGN_IN_FAILURE_CODES.filter((code) => code !== 'cancelled'))('can be copied after %s', (code) => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(failed(code));
    fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(writeText).toHaveBeenCalledWith(signInDetails(failed(code)));
  });
});

it('points after a closed window to the settings, as nobody knows what the window showed', () => {
  const { sent } = show(failed('cancelled'));
  expect(screen.getByText(/^If Microsoft showed an error there/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copy details' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
  expect(sent).toEqual(['open-settings']);
});

it.each([
  ['needs-approval', 1],
  ['declined', 1],
  ['blocked', 0],
  ['foreign-account', 0],
  ['not-assigned', 0],
] as const)('offers the link for an administrator after %s where one may have to approve', (code, count) => {
  const configuration = { cloud: 'global', tenant: 'contoso.com', clientId: trace.traceId } as const;
  aPage({ account: null, languages: null, signIn: failed(code), record: toRecord(settings, configuration) });
  expect(screen.queryAllByRole('button', { name: 'Copy link for your administrator' })).toHaveLength(count);
});

describe('a stored failure', () => {
  const read = (stored: unknown) =>
    readStored({ [signInStatus.key]: JSON.stringify({ version: 1, value: stored }) }, signInStatus);

  it('of the version before, without ids, is read', () => {
    const { trace: _, ...before } = failed('blocked');
    expect(readStored(toRecord(signInStatus, before), signInStatus)).toEqual(before);
  });

  it('whose ids are none is not', () => {
    const record = toRecord(signInStatus, { ...failed('blocked'), trace: { traceId: 'Ada Lindqvist' } });
    expect(readStored(record, signInStatus)).toBeNull();
    expect(read({})).toBeNull();
  });
});
