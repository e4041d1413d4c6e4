import { browser } from '../browser';

/** Which extension this is, in which browser: for support. */
export function versions(): { readonly extension: string; readonly browser: string } {
  return { extension: browser.runtime.getManifest().version, browser: navigator.userAgent };
}
