import type { Browser } from 'webextension-polyfill';

declare global {
  /** The extension's own interface, for functions that run in one of its pages or its worker: promises in both browsers. */
  const chrome: Browser;
}
