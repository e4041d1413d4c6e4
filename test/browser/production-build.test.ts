import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CRITICAL_LIMIT_BYTES, criticalBytes, criticalFiles } from './support/critical-path';

describe.each(['chromium', 'firefox'])('the production build for %s', (browser) => {
  const dist = `dist/${browser}`;
  const texts = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.png'))
    // The words of a choice that only a local build offers.
    .filter(({ parentPath }) => !parentPath.includes('_locales'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  it.each([
    ['this computer', /127\.0\.0\.1|localhost/],
    ['the emulator', /emulator/i],
    ['code that is made from text', /\beval\(|new Function|import\(["'`]https?:/],
    ['addresses of development', /@vite|__vite(?!__mapDeps)|sourceMappingURL/],
  ])('has no trace of %s', (_, trace) => {
    expect(texts.filter(({ text }) => trace.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('carries only what is its own in the manifest', () => {
    const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as Record<string, unknown>;
    const own =
      browser === 'firefox'
        ? ['browser_specific_settings', 'sidebar_action']
        : ['key', 'minimum_chrome_version'];
    const others = ['browser_specific_settings', 'key', 'minimum_chrome_version', 'sidebar_action'].filter(
      (key) => !own.includes(key),
    );
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(own));
    expect(
      Object.keys(manifest).filter((key) => others.includes(key) || /host|web_accessible/.test(key)),
    ).toEqual([]);
    expect(manifest['permissions']).toEqual(['storage', 'identity', 'alarms']);
  });

  it(`paints its popup from at most ${CRITICAL_LIMIT_BYTES} bytes, compressed`, () => {
    expect(criticalFiles(dist).length).toBeGreaterThan(3);
    expect(criticalBytes(dist)).toBeLessThanOrEqual(CRITICAL_LIMIT_BYTES);
  });

  it('keeps the table of languages and the tokens out of what the popup loads first', () => {
    const code = criticalFiles(dist)
      .map((file) => readFileSync(path.join(dist, file), 'utf8'))
      .join('\n');
    expect(code).not.toContain('Northern Sami');
    expect(code).not.toContain('refreshToken');
  });
});
