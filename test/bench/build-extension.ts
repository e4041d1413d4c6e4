import path from 'node:path';
import { runStep } from '../run/run-step';

const BUILD_LIMIT_MS = 120_000;

/**
 * Builds the extension for Chromium into a folder of `dist/bench`, which it gives, so that no other build is touched.
 * `env` as for `npm run build:local`. Rejects where the build fails.
 */
export async function buildExtension(
  mode: 'chromium' | 'local-chromium',
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = path.resolve('dist', 'bench', mode);
  const args = ['build', '--mode', mode, '--outDir', folder, '--logLevel', 'warn'];
  const isBuilt = await runStep({
    name: `build for ${mode}`,
    command: process.execPath,
    args: ['node_modules/vite/bin/vite.js', ...args],
    limitMs: BUILD_LIMIT_MS,
    env,
  });
  if (!isBuilt) throw new Error(`The build for ${mode} failed: what is above says why`);
  return folder;
}
