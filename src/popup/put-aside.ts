import type { LanguageLine } from '../outbox/fold';
import type { UndoPutAside } from '../outbox/undo';
import type { Preferences } from '../storage/preferences';
import { isLine } from './is-line';
import type { PopupState } from './popup-state';
import { prefer, type TimeAfter } from './prefer';
import { SEARCH, UNDO } from './wanted';

/** What a question is about that the person can put aside for good. */
export type Question = 'guess' | 'twin' | 'tag';

/** True where the person does not want to be asked this about the language again. */
export function isPutAside({ putAside }: Preferences, question: Question, line: LanguageLine): boolean {
  const last = putAside.findLast((each) => isAbout(each.question, question, line));
  return last?.isAside ?? false;
}

/** Asks this about the language no more, until the person takes it back. */
export function putAside(state: PopupState, question: Question, line: LanguageLine): void {
  const text = `${question}:${line.ref}`;
  const { displayName, tag } = line;
  prefer(state, saying(text, true), {
    undo: { did: 'put-aside', displayName, tag, question: text, inverse: null },
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
