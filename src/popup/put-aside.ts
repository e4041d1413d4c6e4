import type { LanguageLine } from '../outbox/fold';
import type { UndoPutAside } from '../outbox/undo';
import type { Preferences } from '../storage/preferences';
import { isLine } from './is-line';
import type { PopupState } from './popup-state';
import { prefer, type TimeAfter } from './prefer';
import { SEARCH, UNDO } from './wanted';

/** What a question about a line is about; the person can put each aside for good. */
export type Question = 'guess' | 'twin' | 'tag';

/** True where the person does not want to be asked this about the language again. */
export function isPutAside({ putAside }: Preferences, question: Question, line: LanguageLine): boolean {
  const last = putAside.findLast((each) => isAbout(each.question, question, line));
  return last?.isAside ?? false;
}

/** True where the person does not want to be suggested that language because they browse in it. */
export function isBrowsedAside({ putAside }: Preferences, language: string): boolean {
  return putAside.findLast(({ question }) => question === browsed(language))?.isAside ?? false;
}

/** Asks this about the language no more, until the person takes it back. */
export function putAside(state: PopupState, question: Question, line: LanguageLine): void {
  const { displayName, tag } = line;
  askNoMore(state, { displayName, tag, question: `${question}:${line.ref}` });
}

/** Suggests that language no more because the person browses in it, until they take it back. */
export function putBrowsedAside(
  state: PopupState,
  { language, ...names }: Pick<UndoPutAside, 'displayName' | 'tag'> & { readonly language: string },
): void {
  askNoMore(state, { ...names, question: browsed(language) });
}

function askNoMore(state: PopupState, about: Pick<UndoPutAside, 'displayName' | 'tag' | 'question'>): void {
  prefer(state, saying(about.question, true), {
    undo: { did: 'put-aside', ...about, inverse: null },
    whenDone: () => {
      // The button goes, and would take the focus along.
      state.wanted.value = UNDO;
    },
  });
}

/** Takes it back, and leads to the language. */
export function askAgain(state: PopupState, { question }: UndoPutAside): void {
  const reference = question.slice(question.indexOf(':') + 1);
  prefer(state, saying(question, false), {
    undo: null,
    whenDone: () => {
      state.wanted.value = state.all.value.find((line) => isLine(line, reference))?.key ?? SEARCH;
    },
  });
}

function browsed(language: string): string {
  return `browsed:${language}`;
}

/** The last word about the question. */
function saying(question: string, isAside: boolean) {
  return ({ putAside }: Preferences, timeAfter: TimeAfter) => {
    const before = putAside.find((each) => each.question === question);
    const last = { question, isAside, atMs: timeAfter(before?.atMs ?? 0) };
    return { putAside: [...putAside.filter((each) => each !== before), last] };
  };
}

function isAbout(text: string, question: Question, line: LanguageLine): boolean {
  return text.startsWith(`${question}:`) && isLine(line, text.slice(question.length + 1));
}
