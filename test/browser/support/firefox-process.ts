import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findBrowser } from './find-browsers';
import { connectMarionette, type Marionette } from './marionette';
import { poll } from './poll';
import { createTemporaryFolder } from './temporary-folder';

/** A running Firefox on its own fresh profile. */
export interface FirefoxProcess {
  readonly marionette: Marionette;
  /** Ends Firefox and removes the profile. */
  end(): Promise<void>;
}

export type Preferences = Record<string, string | number | boolean>;

const START_LIMIT_MS = 45_000;

/** A proxy at which nobody listens: whatever is not for this machine fails at once. */
const NO_OTHER_HOST: Preferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  // Firefox's own services would otherwise go round a proxy that does not answer.
  'network.proxy.failover_direct': false,
};

/** Starts the first Firefox of this machine. Fails with its last words where it does not start. */
export async function startFirefox(headless: boolean, preferences: Preferences): Promise<FirefoxProcess> {
  const executable = findBrowser('firefox');
  if (!executable) throw new Error('No Firefox found: install it or set FIREFOX_PATH');
  const profile = await createTemporaryFolder('firefox');
  await writeFile(
    path.join(profile.path, 'user.js'),
    toUserJs({ ...NO_OTHER_HOST, 'marionette.port': 0, ...preferences }),
  );
  const child = spawn(executable, [
    ...(headless ? ['--headless'] : []),
    '--marionette',
    // Without it, Marionette may not open the extension's own pages.
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile.path,
    'about:blank',
  ]);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const marionette = await connectMarionette(await listeningPort(child, profile.path));
    return {
      marionette,
      async end() {
        await quit(child, marionette);
        process.off('exit', kill);
        await profile.remove();
      },
    };
  } catch (error) {
    kill();
    process.off('exit', kill);
    await profile.remove();
    throw error;
  }
}

/** Firefox chooses a free port and writes it into its profile. */
async function listeningPort(child: ChildProcess, profilePath: string): Promise<number> {
  let lastWords = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-2000)));
  }
  return poll(
    'Firefox to listen',
    async () => {
      if (child.exitCode !== null) throw new Error(`Firefox did not start: ${lastWords}`);
      return Number(await readPortFile(profilePath)) || null;
    },
    { timeoutMs: START_LIMIT_MS, everyMs: 25 },
  );
}

async function readPortFile(profilePath: string): Promise<string> {
  try {
    return await readFile(path.join(profilePath, 'MarionetteActivePort'), 'utf8');
  } catch {
    // Not written yet; the caller asks again.
    return '';
  }
}

async function quit(child: ChildProcess, marionette: Marionette): Promise<void> {
  try {
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
    await poll('Firefox to end', () => child.exitCode !== null || child.signalCode !== null);
  } catch {
    // It hangs or is gone already: either way nothing of it may stay.
    child.kill('SIGKILL');
  }
  marionette.disconnect();
}

function toUserJs(preferences: Preferences): string {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return lines.join('\n');
}
