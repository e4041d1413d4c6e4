import { browser } from '../browser';

/** Which extension this is, in which browser: for support. */
export interface Versions {
  readonly extension: string;
  /** As it describes itself to every web page. */
  readonly browser: string;
}

/** The versions of what runs here. */
export function versions(): Versions {
  return { extension: browser.runtime.getManifest().version, browser: navigator.userAgent };
}
