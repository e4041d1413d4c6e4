import * as oauth from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { SignInFailure } from '../../src/identity/failure';
import { readErrorBody, readFailure } from '../../src/identity/read-failure';

const server: oauth.AuthorizationServer = { issuer: 'https://login.microsoftonline.com/t/v2.0' };

function callbackError(parameters: Record<string, string>): unknown {
  try {
    return oauth.validateAuthResponse(
      server,
      { client_id: 'c' },
      new URLSearchParams({ ...parameters, state: 's' }),
      's',
    );
  } catch (error) {
    return error;
  }
}

const answer = (status: number) => new Response(null, { status });

describe('readFailure, for the error of a callback', () => {
  it.each([
    [{ error: 'access_denied', error_subcode: 'cancel' }, 'declined', 'access_denied'],
    [{ error: 'access_denied', error_description: 'AADSTS65004: User declined' }, 'declined', 'AADSTS65004'],
    [{ error: 'access_denied', error_description: 'AADSTS50105: no role' }, 'not-assigned', 'AADSTS50105'],
    [{ error: 'access_denied', error_description: 'AADSTS50020: unknown' }, 'foreign-account', 'AADSTS50020'],
    // Nobody said no who does not know why.
    [{ error: 'access_denied', error_description: 'AADSTS999999: new' }, 'blocked', 'AADSTS999999'],
    [{ error: 'access_denied' }, 'declined', 'access_denied'],
    [{ error: 'consent_required' }, 'needs-approval', 'consent_required'],
    [
      { error: 'interaction_required', error_description: 'AADSTS65001: no consent' },
      'needs-approval',
      'AADSTS65001',
    ],
    [
      { error: 'interaction_required', error_description: 'AADSTS50076: second factor' },
      'needs-sign-in',
      'AADSTS50076',
    ],
    [{ error: 'login_required' }, 'needs-sign-in', 'login_required'],
    [
      { error: 'unauthorized_client', error_description: 'AADSTS700016: not found' },
      'wrong-configuration',
      'AADSTS700016',
    ],
    [
      { error: 'invalid_request', error_description: 'AADSTS9002326: cross-origin' },
      'wrong-redirect',
      'AADSTS9002326',
    ],
    [{ error: 'invalid_scope' }, 'wrong-configuration', 'invalid_scope'],
    [{ error: 'temporarily_unavailable' }, 'unavailable', 'temporarily_unavailable'],
    [{ error: 'server_error', error_description: 'AADSTS90033: transient' }, 'unavailable', 'AADSTS90033'],
    [{ error: 'toString' }, 'unavailable', 'toString'], // no name of a prototype is a code
    [{ error: 'something_new' }, 'unavailable', 'something_new'],
    [{ error: 'not a code <b>' }, 'unavailable', null], // not shown, not even in details
  ])('reads %o', (parameters, code, serviceCode) => {
    expect(readFailure(callbackError(parameters))).toMatchObject({ code, serviceCode });
  });

  it('keeps the ids of the answer for support', () => {
    const trace = {
      correlationId: 'fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7',
      timestamp: '2026-01-09 02:02:12Z',
    };
    const error_description = `AADSTS65004: no Correlation ID: ${trace.correlationId} Timestamp: ${trace.timestamp}`;
    expect(readFailure(callbackError({ error: 'access_denied', error_description })).trace).toEqual(trace);
    const body = { error: 'invalid_grant', correlation_id: trace.correlationId, timestamp: trace.timestamp };
    expect(readErrorBody(answer(400), body).trace).toEqual(trace);
    expect(readErrorBody(answer(503), body).trace).toEqual({});
  });

  it('never keeps what came with it', () => {
    const failure = readFailure(callbackError({ error: 'access_denied', code: 'SECRET' }));
    expect(failure.cause).toBeUndefined();
    expect(JSON.stringify(failure)).not.toContain('SECRET');
  });
});

describe('readErrorBody', () => {
  it.each([
    [400, { error: 'invalid_grant', suberror: 'message_only' }, 'blocked'],
    [400, { error: 'invalid_grant', error_description: 'AADSTS53003: blocked' }, 'blocked'],
    [400, { error: 'invalid_grant', error_description: 'AADSTS700084: too old' }, 'needs-sign-in'],
    [400, { error: 'invalid_grant', suberror: 'consent_required' }, 'needs-approval'],
    [
      400,
      { error: 'invalid_tenant', error_description: 'AADSTS90002: no such tenant' },
      'wrong-configuration',
    ],
    [401, { error: 'invalid_client', error_description: 'AADSTS7000218: no secret' }, 'wrong-redirect'],
    [429, { error: 'invalid_grant' }, 'unavailable'], // too many requests say nothing about the grant
    [503, { error: 'invalid_grant' }, 'unavailable'],
    [404, '<html>', 'unavailable'],
    [400, { error: 1 }, 'unavailable'],
    [302, null, 'unavailable'],
  ])('reads %i %o as %s', (status, body, code) => {
    expect(readErrorBody(answer(status), body).code).toBe(code);
  });
});

describe('readFailure', () => {
  it('leaves a failure as it is', () => {
    const failure = new SignInFailure('cancelled');
    expect(readFailure(failure)).toBe(failure);
  });

  it.each([new TypeError('x'), 'x', null, undefined, { code: 'offline' }])(
    'calls %o unavailable',
    (error) => {
      expect(readFailure(error).code).toBe('unavailable');
    },
  );
});
