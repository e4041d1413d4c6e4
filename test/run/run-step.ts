import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One command of a longer run. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A step that takes longer has hung: it is ended with all that it started. */
  readonly limitMs: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GRACE_MS = 5_000;
const IS_WINDOWS = process.platform === 'win32';

/** The step that runs a script of package.json. */
export function npmScript(script: string, limitMs: number): Step {
  return { name: script, command: 'npm', args: ['run', '--silent', script], limitMs };
}

/** Runs a step at the root of the repository, its output in ours, and says whether it ended well and in time. */
export async function runStep({ name, command, args, limitMs, env = {} }: Step): Promise<boolean> {
  console.log(`\n▸ ${name}`);
  const child = spawn(command, args, {
    cwd: ROOT,
    // Where NODE_ENV is set, for example by a test runner around this one, Vite and Preact build something else.
    env: { ...process.env, NODE_ENV: undefined, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that it can be ended with its children.
    detached: !IS_WINDOWS,
    // On Windows npm is a command script, which only a shell can start.
    shell: IS_WINDOWS && command === 'npm',
  });
  const onInterrupt = () => {
    endTree(child);
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onInterrupt);
  const limit = setTimeout(() => {
    console.error(`${name} was ended: it ran longer than ${limitMs / 1000} s`);
    endTree(child);
  }, limitMs);
  try {
    return (await exitCodeOf(child)) === 0;
  } finally {
    clearTimeout(limit);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onInterrupt);
  }
}

function exitCodeOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** Asks the step and its children to end, and makes them where they do not. */
function endTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (IS_WINDOWS) {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  signalGroup(pid, 'SIGTERM');
  setTimeout(() => {
    signalGroup(pid, 'SIGKILL');
  }, GRACE_MS).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended meanwhile.
  }
}
