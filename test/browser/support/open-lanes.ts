import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { listen, type LocalServer } from '../../emulator/node-http';
import { runStep } from '../../run/run-step';
import type { Lane } from './lane';

/** Below the ports that systems give to outgoing connections, and beside the ones of `npm start`. */
const FIRST_PORT = 4020;

const LAST_PORT = 32_000;

const BUILD_LIMIT_MS = 120_000;

/** Builds the extension for as many emulators as there are workers, before the first test in a browser. */
export default async function openLanes(project: TestProject): Promise<() => Promise<void>> {
  const guards: LocalServer[] = [];
  const lanes: Lane[] = [];
  for (let port = FIRST_PORT; lanes.length < project.config.maxWorkers; port += 3) {
    if (port > LAST_PORT) throw new Error('No port of 127.0.0.1 can be listened on');
    const guard = await takeLane(port);
    if (guard === null) continue;
    guards.push(guard);
    lanes.push(await buildLane(lanes.length + 1, { graphPort: port + 1, loginPort: port + 2 }));
  }
  project.provide('lanes', lanes);
  return async () => {
    await Promise.all(guards.map((guard) => guard.close()));
  };
}

/**
 * Keeps a port and the two after it for this run: the emulator lets go of its own between two files, and another run
 * on this machine would take them.
 */
async function takeLane(port: number): Promise<LocalServer | null> {
  const taken: LocalServer[] = [];
  try {
    for (const each of [port, port + 1, port + 2]) taken.push(await listen(each, 'none'));
  } catch {
    for (const server of taken) await server.close();
    return null;
  }
  const [guard, ...others] = taken;
  for (const server of others) await server.close();
  return guard ?? null;
}

async function buildLane(number: number, ports: Lane['ports']): Promise<Lane> {
  const env = {
    LOCAL_GRAPH_ORIGIN: `http://127.0.0.1:${ports.graphPort}`,
    LOCAL_LOGIN_ORIGIN: `http://127.0.0.1:${ports.loginPort}`,
  };
  const build = async (browser: string): Promise<string> => {
    const folder = path.resolve('dist', `lane-${number}`, browser);
    const args = ['build', '--mode', `local-${browser}`, '--outDir', folder, '--logLevel', 'warn'];
    const step = {
      name: `build for lane ${number}, ${browser}`,
      command: process.execPath,
      args: ['node_modules/vite/bin/vite.js', ...args],
      limitMs: BUILD_LIMIT_MS,
      env,
    };
    if (!(await runStep(step))) throw new Error(`The ${browser} build of lane ${number} failed`);
    return folder;
  };
  const [chromium, firefox] = await Promise.all([build('chromium'), build('firefox')]);
  return { ports, extensionDirs: { chromium, firefox } };
}
