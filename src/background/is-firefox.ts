import { browser } from '../browser';

/** True in Firefox: only it gives extension pages addresses of this scheme. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
