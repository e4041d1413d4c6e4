import { expect } from 'vitest';
import { createIdentity, type IdentityParts } from '../../src/identity/create-identity';
import { SignInFailure } from '../../src/identity/failure';
import { aConfiguration, fakeDirectory, memoryTokens } from './fake-directory';

/** An identity over the fakes, and `wake()`: a new worker over the same storage. */
export function setUp(parts: Partial<IdentityParts> = {}) {
  const directory = fakeDirectory();
  const tokens = memoryTokens();
  const clock = { offsetMs: 0 };
  const wake = () =>
    createIdentity({
      webAuth: directory.webAuth,
      tokens,
      fetch: directory.fetch,
      nowMs: () => Date.now() + clock.offsetMs,
      configuration: () => Promise.resolve(aConfiguration),
      withLock: (_name, work) => work(),
      ...parts,
    });
  return { directory, tokens, clock, wake, identity: wake() };
}

/** The failure that the work must end with. */
export async function failureOf(work: Promise<unknown>): Promise<SignInFailure> {
  const error = await work.then(
    (value) => value,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SignInFailure)) expect.fail(`expected a SignInFailure, got ${typeof error}`);
  return error;
}

/** The callback with other values in its fragment. */
export function withFragment(url: URL, change: (values: URLSearchParams) => void): string {
  const values = new URLSearchParams(url.hash.slice(1));
  change(values);
  return `${url.href.split('#')[0] ?? ''}#${values.toString()}`;
}
