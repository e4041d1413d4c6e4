import { describe, expect, it } from 'vitest';
import { type BrowserFamily, findBrowser, type Machine } from '../browser/support/find-browsers';

/** A machine on which exactly these files are programs. */
function aMachine(platform: NodeJS.Platform, programs: string[], env: Machine['env'] = {}): Machine {
  return { platform, env, home: '/Users/ada', isExecutable: (file) => programs.includes(file) };
}

const linux = (programs: string[], env: Machine['env'] = {}) =>
  aMachine('linux', programs, { PATH: '/opt/bin:/usr/bin', ...env });

const windows = (programs: string[]) =>
  aMachine('win32', programs, {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  });

const EDGE_ON_WINDOWS = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const CHROME_ON_WINDOWS = 'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FIREFOX_ON_MAC = '/Users/ada/Applications/Firefox.app/Contents/MacOS/firefox';

const cases: [string, BrowserFamily, Machine, string | null][] = [
  [
    'takes Chromium before Chrome and Edge',
    'chromium',
    linux(['/opt/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium']),
    '/usr/bin/chromium',
  ],
  [
    'takes Chrome before Edge',
    'chromium',
    linux(['/opt/bin/microsoft-edge', '/usr/bin/google-chrome']),
    '/usr/bin/google-chrome',
  ],
  [
    'looks through PATH in its order',
    'chromium',
    linux(['/usr/bin/chromium', '/opt/bin/chromium']),
    '/opt/bin/chromium',
  ],
  [
    'takes the long-term Firefox first',
    'firefox',
    linux(['/usr/bin/firefox', '/usr/bin/firefox-esr']),
    '/usr/bin/firefox-esr',
  ],
  [
    'takes the one that CHROME_PATH names',
    'chromium',
    linux(['/usr/bin/chromium', '/x/brave'], { CHROME_PATH: '/x/brave' }),
    '/x/brave',
  ],
  [
    'finds nothing where CHROME_PATH is wrong',
    'chromium',
    linux(['/usr/bin/chromium'], { CHROME_PATH: '/x/none' }),
    null,
  ],
  [
    'keeps CHROME_PATH out of the search for Firefox',
    'firefox',
    linux(['/usr/bin/firefox'], { CHROME_PATH: '/x/none' }),
    '/usr/bin/firefox',
  ],
  [
    'takes the one that FIREFOX_PATH names',
    'firefox',
    linux(['/x/nightly'], { FIREFOX_PATH: '/x/nightly' }),
    '/x/nightly',
  ],
  ['finds nothing without PATH', 'firefox', aMachine('linux', ['/usr/bin/firefox']), null],
  ['finds Chrome on macOS', 'chromium', aMachine('darwin', [CHROME_ON_MAC]), CHROME_ON_MAC],
  ['finds a Firefox of one person on macOS', 'firefox', aMachine('darwin', [FIREFOX_ON_MAC]), FIREFOX_ON_MAC],
  ['finds Edge on Windows', 'chromium', windows([EDGE_ON_WINDOWS]), EDGE_ON_WINDOWS],
  [
    'takes Chrome before Edge on Windows',
    'chromium',
    windows([EDGE_ON_WINDOWS, CHROME_ON_WINDOWS]),
    CHROME_ON_WINDOWS,
  ],
];

describe('finding a browser', () => {
  it.each(cases)('%s', (_, family, machine, found) => {
    expect(findBrowser(family, machine)).toBe(found);
  });
});
