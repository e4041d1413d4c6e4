import * as v from 'valibot';
import { SignInFailure, type SignInFailureCode } from './failure';
import type { WebAuth } from './identity';

/** What is needed of `browser.identity`. */
export interface BrowserIdentity {
  getRedirectURL(): string;
  launchWebAuthFlow(details: WebAuthFlowDetails): Promise<string | undefined>;
}

/** @see https://developer.chrome.com/docs/extensions/reference/api/identity#type-WebAuthFlowDetails */
export interface WebAuthFlowDetails {
  url: string;
  interactive?: boolean;
  abortOnLoadForNonInteractive?: boolean;
  timeoutMsForNonInteractive?: number;
}

/** Lets a page of the directory finish its own redirects by script, as it does for a managed device. */
const PATIENCE = { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 10_000 };

/** Firefox has no limit of its own; Chromium's covers loading only. */
const SILENT_LIMIT_MS = 15_000;

/**
 * The browser's sign-in window. Firefox throws a type error on the options that Chromium needs, hence `isFirefox`.
 * Browsers tell what went wrong only in words, which change: they are matched loosely.
 */
export function createWebAuth(identity: BrowserIdentity, { isFirefox }: { isFirefox: boolean }): WebAuth {
  return {
    redirectUri: identity.getRedirectURL(),
    async launch(url, { interactive }) {
      const patience = interactive || isFirefox ? {} : PATIENCE;
      try {
        const flow = identity.launchWebAuthFlow({ url, interactive, ...patience });
        const callback = await (interactive ? flow : withinLimit(flow));
        if (callback !== undefined) return callback;
      } catch (error) {
        throw new SignInFailure(readBrowserError(error, interactive));
      }
      throw new SignInFailure('unavailable');
    },
  };
}

async function withinLimit<T>(flow: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SignInFailure('unavailable'));
    }, SILENT_LIMIT_MS);
  });
  try {
    return await Promise.race([flow, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function readBrowserError(error: unknown, interactive: boolean): SignInFailureCode {
  const words = v.is(v.object({ message: v.string() }), error) ? error.message : '';
  if (!interactive && /interaction/i.test(words)) return 'needs-sign-in';
  if (interactive && /not approve|cancel|denied/i.test(words)) return 'cancelled';
  // Chromium's window outlives the worker that opened it.
  if (interactive && /one web auth flow/i.test(words)) return 'window-open';
  return 'unavailable';
}
