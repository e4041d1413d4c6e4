import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The two families: every Chromium browser loads the same build. */
export type BrowserFamily = 'chromium' | 'firefox';

/** What a search looks at; tests pass another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isExecutable(file: string): boolean;
}

/** The environment variable that names a browser; where it is set, nothing else is looked for. */
export const PATH_VARIABLE = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

const LINUX_COMMANDS = {
  chromium: [
    'chromium',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chromium-browser',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPLICATIONS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** The executable of the first browser of this family on this machine, as an absolute path; null where there is none. */
export function findBrowser(family: BrowserFamily, machine: Machine = thisMachine): string | null {
  const named = machine.env[PATH_VARIABLE[family]];
  const candidates = named ? [named] : usualPlaces(family, machine);
  return candidates.find((file) => machine.isExecutable(file)) ?? null;
}

function usualPlaces(family: BrowserFamily, { platform, env, home }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return inEach(path.posix, ['/Applications', `${home}/Applications`], MAC_APPLICATIONS[family]);
    case 'win32': {
      const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
      return inEach(
        path.win32,
        folders.filter((folder) => folder !== undefined),
        WINDOWS_PROGRAMS[family],
      );
    }
    default:
      return inEach(path.posix, (env['PATH'] ?? '').split(':').filter(Boolean), LINUX_COMMANDS[family]);
  }
}

/** Every name in every folder, the names' order first: a Chromium anywhere comes before an Edge. */
function inEach(system: path.PlatformPath, folders: string[], names: string[]): string[] {
  return names.flatMap((name) => folders.map((folder) => system.join(folder, name)));
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isExecutable(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      // Absent and not executable come to the same: it cannot be started.
      return false;
    }
  },
};
