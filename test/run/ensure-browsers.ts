import { existsSync } from 'node:fs';
import { type BrowserFamily, findBrowser, PATH_VARIABLE } from '../browser/support/find-browsers';
import { runStep } from './run-step';

const APT_GET = '/usr/bin/apt-get';
const DEBIAN_PACKAGE = { chromium: 'chromium', firefox: 'firefox-esr' } as const;
const NAMES = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' } as const;
const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * Makes sure that the tests and the demo have their browsers: on Debian and its kin, and as root, it installs what is
 * missing. Throws with what a person has to do where one is still missing.
 */
export async function ensureBrowsers({ firefox }: { firefox: boolean }): Promise<void> {
  const needed: BrowserFamily[] = firefox ? ['chromium', 'firefox'] : ['chromium'];
  const missing = needed.filter((family) => findBrowser(family) === null);
  // A path that somebody named and that is wrong is theirs to put right.
  const installable = missing.filter((family) => !process.env[PATH_VARIABLE[family]]);
  if (installable.length > 0 && process.getuid?.() === 0 && existsSync(APT_GET)) {
    await aptGet('update', '--quiet');
    await aptGet(
      'install',
      '--yes',
      '--no-install-recommends',
      ...installable.map((each) => DEBIAN_PACKAGE[each]),
    );
  }
  const advice = missing
    .filter((family) => findBrowser(family) === null)
    .map((family) => adviceFor(family, process.env[PATH_VARIABLE[family]]));
  if (advice.length > 0) throw new Error(advice.join('\n'));
}

/** What a person can do about a browser that was not found; `named` is what its variable says. */
export function adviceFor(family: BrowserFamily, named: string | undefined): string {
  const variable = PATH_VARIABLE[family];
  return named
    ? `${variable} names ${named}, which is not a program that can be started. Correct it, or unset it to let ${NAMES[family]} be found.`
    : `No ${NAMES[family]} was found. Install it, or set ${variable} to the path of its program.`;
}

async function aptGet(...args: string[]): Promise<void> {
  // Whether it worked shows in whether the browser is there afterwards.
  await runStep({ name: `apt-get ${args.join(' ')}`, command: APT_GET, args, limitMs: INSTALL_LIMIT_MS });
}
