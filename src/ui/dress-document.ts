import { browser } from '../browser';
import { uiLocale } from './words';

/**
 * Tells the page's name, language and direction to whoever reads them: tabs, screen readers, hyphenation, right-to-left
 * layout.
 */
export function dressDocument(title: string): void {
  document.title = title;
  document.documentElement.lang = uiLocale();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
