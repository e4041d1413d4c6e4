import { AsyncLocalStorage } from 'node:async_hooks';
import { fakeBrowser } from '../support/browser';

/** What one running context of the extension (a worker or a page) finds around itself under global names. */
export interface Context {
  /** Takes the place of `browser.storage`, `browser.runtime`, … */
  readonly browser: Readonly<Record<'storage' | 'runtime' | 'alarms' | 'action' | 'tabs', object>>;
  /** Takes the place of the global `reportError`. */
  readonly report: (error: unknown) => void;
}

const contexts = new AsyncLocalStorage<Context>();

/** Runs code of the extension in its context: whatever it begins belongs to the same context, also much later. */
export function runIn<T>(context: Context, code: () => T): T {
  return contexts.run(context, code);
}

function current(): Context {
  const context = contexts.getStore();
  if (!context) throw new Error('This code of the extension runs in no context of a simulated world.');
  return context;
}

/** From now on `browser` and `reportError` are those of the context in which code runs. */
export function routeGlobals(): void {
  const parts = ['storage', 'runtime', 'alarms', 'action', 'tabs'] as const;
  for (const part of parts) {
    Object.defineProperty(fakeBrowser, part, { configurable: true, get: () => current().browser[part] });
  }
  globalThis.reportError = (error: unknown) => {
    current().report(error);
  };
}
