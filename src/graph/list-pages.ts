import type { ProfileLanguage } from '../languages/language';
import { GraphFailure } from './failure';
import type { Page } from './read-answer';
import { isLanguagesPage, languagesUrl } from './resources';

const MAX_PAGES = 20;
const MAX_ITEMS = 500;
/**
 * As JSON, which is how browsers count what is stored: the list stays in reach of `storage.local` beside the edits, and
 * is written whole after each of them. 500 ordinary languages are below it.
 */
const MAX_KEPT_BYTES = 256 * 1024;

/**
 * All languages of all pages, in the service's order, each id once. Throws {@link GraphFailure} `not-graph` where the
 * service links to another resource or in circles, or has more than 20 pages, 500 items or 256 KiB to be kept: half a
 * list would look as if the rest had been removed.
 */
export async function listPages(
  graphOrigin: string,
  readPage: (url: string) => Promise<Page>,
): Promise<ProfileLanguage[]> {
  const byId = new Map<string, ProfileLanguage>();
  const seen = new Set<string>();
  let itemCount = 0;
  let keptBytes = 0;
  for (let url: string | null = languagesUrl(graphOrigin); url !== null;) {
    const isAllowed = isLanguagesPage(graphOrigin, url) && !seen.has(url) && seen.size < MAX_PAGES;
    if (!isAllowed) throw new GraphFailure('not-graph');
    seen.add(url);
    const page: Page = await readPage(url);
    itemCount += page.languages.length;
    if (itemCount > MAX_ITEMS) throw new GraphFailure('not-graph');
    for (const language of page.languages) {
      if (!language || byId.has(language.id)) continue;
      keptBytes += sizeBytes(language);
      if (keptBytes > MAX_KEPT_BYTES) throw new GraphFailure('not-graph');
      byId.set(language.id, language);
    }
    url = page.nextLink;
  }
  return [...byId.values()];
}

function sizeBytes(language: ProfileLanguage): number {
  return new TextEncoder().encode(JSON.stringify(language)).byteLength;
}
