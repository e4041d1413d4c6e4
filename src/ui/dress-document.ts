import { browser } from '../browser';
import { uiLocale } from './words';

/** Tells the page's language and direction to whoever reads it: screen readers, hyphenation, right-to-left layout. */
export function dressDocument(): void {
  document.documentElement.lang = uiLocale();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
