import { afterEach, describe, expect, it, vi } from 'vitest';
import viteConfig from '../../vite.config';

const GUID = '6731de76-14a6-49ae-97bc-6eba6914391e';

/** The client id that a build carries for everybody. */
function clientIdOf(): unknown {
  return viteConfig({ mode: 'chromium', command: 'build' }).define?.['__DEFAULT_CLIENT_ID__'];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a build', () => {
  it('carries the client id that the builder names', () => {
    vi.stubEnv('DEFAULT_CLIENT_ID', GUID);
    expect(clientIdOf()).toBe(JSON.stringify(GUID));
  });

  it.each([undefined, ''])('carries none where the builder names %j', (named) => {
    vi.stubEnv('DEFAULT_CLIENT_ID', named);
    expect(clientIdOf()).toBe('null');
  });

  it.each(['abc', `${GUID}0`, `{${GUID}}`, ' '])(
    'is refused with a client id that is no GUID: %j',
    (named) => {
      vi.stubEnv('DEFAULT_CLIENT_ID', named);
      expect(clientIdOf).toThrow(/^DEFAULT_CLIENT_ID is no GUID:/);
    },
  );
});
