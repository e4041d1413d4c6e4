import { fold } from './fold';

/**
 * What people say beside the name of a language: "język polski". Left out is what stands in the name of a language
 * ("East Limba", "Tetun Dili"): with it alone, that one is found.
 */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...['language', 'langue', 'idioma', 'lengua', 'lingua', 'língua', 'llengua'],
    ...['Sprache', 'taal', 'språk', 'språket', 'sprog', 'tungumál'],
    ...['język', 'jazyk', 'jezik', 'язык', 'мова', 'језик', 'јазик', 'език'],
    ...['kieli', 'keel', 'kalba', 'valoda', 'nyelv', 'dil', 'тілі', 'hizkuntza'],
    ...['γλώσσα', 'ენა', 'լեզու'],
    ...['اللغة', 'لغة', 'زبان', 'שפה', 'השפה', 'भाषा', 'ভাষা', 'மொழி', 'భాష'],
  ].map(fold),
);

/** The same written together with the name: in Thai, Lao and Khmer before it, in Korean and Chinese after it. */
const BEFORE = /^(?:ภาษา|ພາສາ|ភាសា)(?=.)/u;
const KOREAN = { speech: fold('말'), language: fold('어') };
const CHINESE_ENDINGS = ['语', '語', '文', '话', '話'];

/**
 * The names that are meant where a folded query says that it is a language, too: "русский" for "русский язык", "英语" for
 * "英文". Empty where it does not.
 */
export function withoutLanguageWord(folded: string): string[] {
  const words = folded.split(' ').filter((word) => !WORDS.has(word));
  const names = [words.join(' '), folded.replace(BEFORE, ''), ...otherEndings(folded)];
  return names.filter((name) => name !== '' && name !== folded);
}

function otherEndings(folded: string): string[] {
  if (folded.endsWith(KOREAN.speech)) return [folded.slice(0, -KOREAN.speech.length) + KOREAN.language];
  const hasEnding = folded.length > 1 && CHINESE_ENDINGS.some((ending) => folded.endsWith(ending));
  return hasEnding ? CHINESE_ENDINGS.map((ending) => folded.slice(0, -1) + ending) : [];
}
