import { uiLocale, word } from './words';

/**
 * Tells the page's name, and the language and direction of its words, to whoever reads them: tabs, screen readers, hyphenation, right-to-left
 * layout.
 */
export function dressDocument(title: string): void {
  document.title = title;
  document.documentElement.lang = uiLocale();
  document.documentElement.dir = word('direction');
}
