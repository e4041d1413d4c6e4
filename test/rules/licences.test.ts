import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

it('ships the licence of everything that is in the bundle', () => {
  const text = readFileSync('src/static/third-party-licences.txt', 'utf8');
  expect(Object.keys(packageFile.dependencies).filter((name) => !text.includes(name))).toEqual([]);
  expect(text).toContain('Unicode CLDR');
});
