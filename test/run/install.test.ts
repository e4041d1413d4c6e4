import { describe, expect, it } from 'vitest';
import { isInstalled, isNewEnough } from './install.mjs';

const preact = { version: '11.2.0', integrity: 'sha512-a' };
const root = { version: '0.1.0' };

describe('what is installed', () => {
  it.each([
    ['is enough when it is what the lock file names', { '': root, 'node_modules/preact': preact }, true],
    [
      'may lack what is optional',
      { '': root, 'node_modules/preact': preact, fsevents: { ...preact, optional: true } },
      true,
    ],
    ['may not lack anything else', { 'node_modules/preact': preact, 'node_modules/vite': preact }, false],
    ['may not be of another version', { 'node_modules/preact': { ...preact, version: '11.3.0' } }, false],
    ['may not have other content', { 'node_modules/preact': { ...preact, integrity: 'sha512-b' } }, false],
    [
      'may not be of another version where it is optional',
      { 'node_modules/preact': { ...preact, version: '12.0.0', optional: true } },
      false,
    ],
  ])('%s', (_, wanted, expected) => {
    expect(isInstalled(wanted, { 'node_modules/preact': preact })).toBe(expected);
  });

  it('is not enough where either list cannot be read', () => {
    expect(isInstalled({ 'node_modules/preact': preact }, null)).toBe(false);
    expect(isInstalled(null, { 'node_modules/preact': preact })).toBe(false);
  });
});

describe('the version of Node', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
  ])('%s: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});
