import type { Messages } from '../support/messages';

const files = import.meta.glob<Messages>('../../src/static/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const words = new Map(Object.entries(files).map(([file, messages]) => [file.split('/').at(-2), messages]));

/** The folders of `_locales`. */
export const locales: readonly string[] = [...words.keys()].filter((name) => name !== undefined);

/** The words of a locale; none for one that is not there. */
export function wordsOf(locale: string): Messages {
  return words.get(locale) ?? {};
}
