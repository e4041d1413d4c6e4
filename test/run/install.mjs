// Runs before anything is installed: Node alone, no packages, no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Node's oldest version that every package here supports; package.json says the same. */
const NEEDED_NODE = [20, 19];

/**
 * Installs what package-lock.json names, unless exactly that is installed already. Ends the process with exit code 1
 * and plain words where Node is too old or npm fails.
 */
export function ensureDependencies() {
  if (!isNewEnough(process.versions.node)) {
    stop(
      `This needs Node ${NEEDED_NODE.join('.')} or newer and runs on ${process.versions.node}: install one from https://nodejs.org`,
    );
  }
  if (isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))) return;
  console.log('Installing the packages that package-lock.json names (npm ci)…');
  // On Windows npm is a command script, which only a shell can start.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    stop('npm ci failed: its message above says why. Try again when it can reach its registry.');
}

/**
 * Runs one of this folder's TypeScript files with these arguments in a process of its own.
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(file, args = []) {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Ctrl+C reaches the child too, and it is the child that has things to put away.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill());
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/**
 * Whether the second tree of packages is what the first one asks for. Optional packages may be absent: most of them
 * are for another operating system.
 * @param {Packages | null} wanted
 * @param {Packages | null} installed
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    const found = installed[place];
    if (place === '' || (!found && optional)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/** @param {string} version as `process.versions.node` gives it */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
}

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages
 * @param {string} lockFile
 * @returns {Packages | null} null where the file is not there or cannot be read
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(new URL(`../../${lockFile}`, import.meta.url), 'utf8')).packages ?? null;
  } catch {
    // Not there, or half written: either way npm ci puts it right.
    return null;
  }
}

/** @param {string} words */
function stop(words) {
  console.error(words);
  process.exit(1);
}
