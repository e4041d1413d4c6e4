import { GraphFailure } from './failure';

const LANGUAGES_PATH = '/beta/me/profile/languages';
const MAX_ID_LENGTH = 256;

/** The address of all languages of the signed-in person. */
export function languagesUrl(graphOrigin: string): string {
  return graphOrigin + LANGUAGES_PATH;
}

/** The address of one language. Throws {@link GraphFailure} `refused` for an id that could name anything else. */
export function languageUrl(graphOrigin: string, id: string): string {
  if (!isUsableId(id)) throw new GraphFailure('refused');
  return `${languagesUrl(graphOrigin)}/${encodeURIComponent(id)}`;
}

/** The address of the name of the signed-in person's organisation. */
export function organisationUrl(graphOrigin: string): string {
  return `${graphOrigin}/beta/me?$select=companyName`;
}

/**
 * Whether an id can be one segment of an address and nothing else. Empty and dot segments would name the collection
 * or the profile; a slash does so where a server decodes before it routes; OData gives a meaning to a leading `$`;
 * a lone surrogate cannot be encoded.
 */
export function isUsableId(id: string): boolean {
  return id.length <= MAX_ID_LENGTH && !/^\.{0,2}$|^\$|[/\\]|\p{Surrogate}/u.test(id);
}

/** How the service may name the person's own collection in its links: as it was asked for, or by the person's id. */
const LANGUAGES_PAGE = /^\/beta\/(?:me|users\/[^/]+|users\('[^/']+'\))\/profile\/languages$/;

/** Whether a link leads to a page of the languages and nowhere else. */
export function isLanguagesPage(graphOrigin: string, link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { origin, pathname, username, password } = new URL(link);
  return origin === graphOrigin && LANGUAGES_PAGE.test(pathname) && username + password === '';
}
