import * as v from 'valibot';
import { MarionetteError, type Marionette } from './marionette';

/** A function that can be sent to a page: it sees its arguments and the page, nothing of the test around it. */
export type PageFunction<Arguments extends unknown[]> = (...args: Arguments) => unknown;

const Result = v.object({ value: v.unknown() });

/** Runs the function in the current page, awaits its promise, and gives what it returned as JSON (undefined as null). */
export async function runInPage<Arguments extends unknown[]>(
  marionette: Marionette,
  body: PageFunction<Arguments>,
  args: Arguments,
): Promise<unknown> {
  return runScript(marionette, `return (${body.toString()})(...arguments)`, args);
}

/** Runs the function in the current page, which closes itself in the same tick. The page may be gone before it answers. */
export async function runAndClose<Arguments extends unknown[]>(
  marionette: Marionette,
  body: PageFunction<Arguments>,
  args: Arguments,
): Promise<void> {
  try {
    await runScript(marionette, `(${body.toString()})(...arguments); window.close()`, args);
  } catch (error) {
    if (!(error instanceof MarionetteError) || error.code === 'javascript error') throw error;
  }
}

/** Runs a script with the rights of the browser itself. No other command may be under way meanwhile. */
export async function runInBrowser(
  marionette: Marionette,
  script: string,
  args: unknown[],
): Promise<unknown> {
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  try {
    return await runScript(marionette, script, args);
  } finally {
    await marionette.send('Marionette:SetContext', { value: 'content' });
  }
}

async function runScript(marionette: Marionette, script: string, args: unknown[]): Promise<unknown> {
  // Firefox keeps a sandbox between scripts unless it is told otherwise: each of ours starts from the page alone.
  const result = await marionette.send('WebDriver:ExecuteScript', { script, args, newSandbox: true });
  return v.parse(Result, result).value;
}
