import type { Candidate } from './candidates';
import { fold } from './fold';
import { withoutLanguageWord } from './language-words';
import { wideningTags } from './tags';
import { saysVariety, typedTag } from './typed-tag';
import { continuesNearly } from './typo';

/** What is looked for, in the forms in which names and tags are compared. */
export interface Query {
  readonly folded: string;
  /** What it is without a word for "language": names may begin with each. Null where it has none, as most have. */
  readonly others: readonly string[] | null;
  /** Of these, what is long enough that one letter of it may be wrong. */
  readonly mendable: readonly string[];
  /** Each word with a space in front, as names have it. */
  readonly words: readonly string[];
  /** The query as a tag, and the tags that it is a variety of, in lower case. */
  readonly tags: readonly string[];
  /** The query as a tag with a script or a country; null where it is none. */
  readonly variety: string | null;
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
  const others = withoutLanguageWord(folded);
  const tag = typedTag(text);
  const tags = wideningTags(tag ?? '').map((each) => each.toLowerCase());
  const variety = tag !== null && saysVariety(tag) ? tag : null;
  const mendable = [folded, ...others].filter(({ length }) => length >= SHORTEST_TYPO);
  return { folded, others: others.length > 0 ? others : null, mendable, words, tags, variety };
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
export function matchTypo(candidate: Candidate, { mendable }: Query): Match | null {
  const name = candidate.names.find(({ folded }) => mendable.some((query) => hasTypo(folded, query)));
  return name ? { candidate, text: name.text, rank: NONE } : null;
}

function rankName(name: string, { folded, others, words }: Query, isPreferred: boolean): number {
  if (name.startsWith(folded, 1)) return name.length === folded.length + 1 ? EXACT : BEGINNING;
  const other = others?.find((each) => name.startsWith(each, 1));
  if (other !== undefined) return name.length === other.length + 1 ? EXACT : BEGINNING;
  const isWords = words.every((word) => name.includes(word));
  if (!isWords && !name.includes(folded)) return NONE;
  if (isPreferred) return PREFERRED;
  return isWords ? WORDS : INSIDE;
}

function rankTag(tag: string, { tags }: Query): number {
  const place = tags.indexOf(tag);
  if (place < 0) return NONE;
  // The narrowest first.
  return place === 0 ? EXACT : BEGINNING + place / tags.length;
}

function hasTypo(name: string, query: string): boolean {
  for (let space = 0; space >= 0; space = name.indexOf(' ', space + 1)) {
    if (continuesNearly(name, space + 1, query)) return true;
  }
  return false;
}
