import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { clouds } from '../../src/identity/clouds';
import { redirectUris } from '../emulator/redirect-uris';

const directives = Object.fromEntries(
  manifest.content_security_policy.extension_pages.split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values];
  }),
);

describe('the manifest', () => {
  it('asks for three permissions and no host', () => {
    expect(manifest.permissions).toEqual(['storage', 'identity', 'alarms']);
    expect(Object.keys(manifest).filter((key) => key.includes('permissions'))).toEqual(['permissions']);
  });

  it('offers nothing to web pages and other extensions', () => {
    const offers = ['externally_connectable', 'web_accessible_resources', 'content_scripts', 'sandbox'];
    expect(Object.keys(manifest).filter((key) => offers.includes(key))).toEqual([]);
  });

  it("lets pages and worker reach Microsoft's clouds and nothing else", () => {
    const { local, ...microsoft } = clouds;
    const hosts = Object.values(microsoft).flatMap(({ loginOrigin, graphOrigin }) => [
      loginOrigin,
      graphOrigin,
    ]);
    expect(directives['connect-src']?.toSorted()).toEqual([...new Set(hosts)].sort());
    expect(local).toBeDefined();
  });

  it('allows scripts, styles and pictures of its own and forbids the rest', () => {
    const { 'connect-src': _, ...others } = directives;
    expect(others).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    });
  });

  it('fixes the addresses that a registration must list', () => {
    expect(redirectUris).toEqual({
      chromium: 'https://bbbfjmapcjanienclhjnmpmeejeenkno.chromiumapp.org/',
      firefox: expect.stringMatching(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/) as string,
    });
  });

  it('stays out of private windows', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('has its icon in every size', () => {
    const icons = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)];
    expect(icons.filter((icon) => !existsSync(`src/static/${icon}`))).toEqual([]);
  });
});
