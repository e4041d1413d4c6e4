import type { TestProject } from 'vitest/node';
import { servePlayground } from '../../playground/serve';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built playground is served; ends with a slash. */
    readonly playgroundUrl: string;
  }
}

/** Builds the playground and serves it, before the first test in a browser. */
export default async function openPlayground(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await servePlayground();
  project.provide('playgroundUrl', url);
  return close;
}
