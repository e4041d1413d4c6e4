import { inject } from 'vitest';

/** What one worker of vitest has to itself, so that several can test in browsers at the same time. */
export interface Lane {
  /** Where its emulator listens. */
  readonly ports: { readonly graphPort: number; readonly loginPort: number };
  /** The local builds that know this emulator. */
  readonly extensionDirs: { readonly chromium: string; readonly firefox: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly lanes: readonly Lane[];
  }
}

/** The lane of the worker that asks. */
function laneInUse(): Lane {
  const lane = inject('lanes')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (!lane) throw new Error('There are fewer lanes than workers: see open-lanes.ts');
  return lane;
}

export const { ports, extensionDirs } = laneInUse();
