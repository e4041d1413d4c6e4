import { preview } from 'vite';
import { runStep } from '../run/run-step';

const BUILD_LIMIT_MS = 60_000;

/** The built playground on this machine. */
export interface ServedPlayground {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the playground and serves it on a free port. Throws where it does not build. */
export async function servePlayground(): Promise<ServedPlayground> {
  const step = {
    name: 'build of the playground',
    command: process.execPath,
    args: ['node_modules/vite/bin/vite.js', 'build', '--mode', 'playground', '--logLevel', 'warn'],
    limitMs: BUILD_LIMIT_MS,
  };
  if (!(await runStep(step))) throw new Error('The build of the playground failed');
  // The same tab shows hundreds of states.
  const headers = { 'Cache-Control': 'max-age=3600' };
  const server = await preview({ mode: 'playground', preview: { host: '127.0.0.1', port: 0, headers } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The built playground is served nowhere');
  return { url, close: () => server.close() };
}
