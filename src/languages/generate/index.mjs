// Writes ../table.json, ../rest.json and ../sign.json from CLDR and the IANA registry: `node src/languages/generate/index.mjs`.
// The sources are far too large to be dependencies, so they are installed beside, at fixed versions, and removed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCldr } from './cldr.mjs';
import { openRegistry } from './registry.mjs';
import { buildRest, buildRows } from './rows.mjs';

const SOURCES = ['cldr-localenames-full@48.2.0', 'language-subtag-registry@0.4.2'];

const folder = mkdtempSync(join(tmpdir(), 'language-names-'));
try {
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  // npm is a script on Windows, and only a shell starts scripts there.
  execFileSync('npm', ['install', '--prefix', folder, ...options, ...SOURCES], {
    shell: process.platform === 'win32',
  });
  const modules = join(folder, 'node_modules');
  const registry = openRegistry(join(modules, 'language-subtag-registry'));
  const rows = buildRows(openCldr(join(modules, 'cldr-localenames-full')), registry);
  const rest = buildRest(rows, registry);
  writeRows('table.json', rows);
  writeRows('rest.json', rest);
  write('sign.json', JSON.stringify(registry.signLanguages.join(' ')));
  process.stdout.write(
    `${rows.length} languages and ${rest.length} more, ${registry.signLanguages.length} of them signed\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeRows(name, rows) {
  write(name, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
}

function write(name, text) {
  writeFileSync(new URL(`../${name}`, import.meta.url), `${text}\n`);
}
