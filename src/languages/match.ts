import type { Candidate } from './candidates';
import { fold } from './fold';
import { wideningTags } from './tags';
import { continuesNearly } from './typo';

/** What is looked for, in the forms in which names and tags are compared. */
export interface Query {
  readonly folded: string;
  /** Each word with a space in front, as names have it. */
  readonly words: readonly string[];
  /** The query as a tag, and the tags that it is a variety of, in lower case. */
  readonly tags: readonly string[];
}

/** A candidate that matches, with the name or tag that does it best; smaller ranks are better. */
export interface Match {
  readonly candidate: Candidate;
  readonly text: string;
  readonly rank: number;
}

const EXACT = 0;
const BEGINNING = 1;
/** Every word is the beginning of a word, or the query stands inside one, of a language that the person uses. */
const PREFERRED = 2;
const WORDS = 3;
const INSIDE = 4;
const NONE = 5;

/** In shorter queries, one letter makes another word. */
const SHORTEST_TYPO = 4;

/** The query as it is compared with candidates; null where nothing is left of it. */
export function readQuery(text: string): Query | null {
  const folded = fold(text);
  if (folded === '') return null;
  const words = folded.split(' ').map((word) => ` ${word}`);
  return { folded, words, tags: wideningTags(text).map((tag) => tag.toLowerCase()) };
}

/** How the candidate matches by a name or its tag; null where it does not. */
export function match(candidate: Candidate, query: Query): Match | null {
  let best: Match | null = null;
  for (const { text, folded } of candidate.names) {
    const rank = rankName(folded, query, candidate.isPreferred);
    if (rank < (best?.rank ?? NONE)) best = { candidate, text, rank };
  }
  const rank = rankTag(candidate.tag, query);
  return rank < (best?.rank ?? NONE) ? { candidate, text: candidate.entry.tag, rank } : best;
}

/** How the candidate matches when one letter is mended; null where it does not. */
export function matchTypo(candidate: Candidate, { folded: query }: Query): Match | null {
  if (query.length < SHORTEST_TYPO) return null;
  const name = candidate.names.find(({ folded }) => hasTypo(folded, query));
  return name ? { candidate, text: name.text, rank: NONE } : null;
}

function rankName(name: string, { folded, words }: Query, isPreferred: boolean): number {
  if (name.startsWith(folded, 1)) return name.length === folded.length + 1 ? EXACT : BEGINNING;
  const isWords = words.every((word) => name.includes(word));
  if (!isWords && !name.includes(folded)) return NONE;
  if (isPreferred) return PREFERRED;
  return isWords ? WORDS : INSIDE;
}

function rankTag(tag: string, { tags }: Query): number {
  if (!tags.includes(tag)) return NONE;
  return tags[0] === tag ? EXACT : BEGINNING;
}

function hasTypo(name: string, query: string): boolean {
  for (let space = 0; space >= 0; space = name.indexOf(' ', space + 1)) {
    if (continuesNearly(name, space + 1, query)) return true;
  }
  return false;
}
