/** Letters that Unicode does not take apart, and letters that keyboards write in two ways. */
const ALIKE = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ə: 'e',
    ς: 'σ',
    ي: 'ی',
    ك: 'ک',
  }),
);

const APOSTROPHE = /['‘’ʻʼ`´′＇]/;
const ACCENT = /[\u0300-\u036f]/;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** A table of names has some 16,000 characters, but only a few hundred different ones. */
const foldedCharacters = new Map<string, string>();

/** Text as a search compares it: without case, accents and punctuation, its words one space apart. */
export function fold(text: string): string {
  return foldCharacters(text).join('').trimEnd();
}

/**
 * Where folded words stand in a text, at the beginning of a word if possible: UTF-16 offsets, the end exclusive and
 * never between a letter and its marks. Null where they do not stand in it.
 */
export function findFolded(text: string, folded: string): { start: number; end: number } | null {
  const pieces = foldCharacters(text);
  const whole = ` ${pieces.join('')}`;
  const atWord = whole.indexOf(` ${folded}`);
  const first = atWord >= 0 ? atWord : whole.indexOf(folded) - 1;
  if (first < 0) return null;

  let start = 0;
  let end = 0;
  let offset = 0;
  let position = 0;
  for (const [index, character] of Array.from(text).entries()) {
    const next = position + (pieces[index]?.length ?? 0);
    if (position <= first) start = offset;
    offset += character.length;
    if (position < first + folded.length && next > position) end = offset;
    position = next;
  }
  return { start, end: end + (/^\p{M}*/u.exec(text.slice(end))?.[0].length ?? 0) };
}

/** One piece per character (code point) of the text: empty for what a search passes over. */
function foldCharacters(text: string): string[] {
  let isAfterSpace = true;
  return Array.from(text, (character) => {
    const piece = foldCharacter(character);
    if (piece === '' || (piece === ' ' && isAfterSpace)) return '';
    isAfterSpace = piece === ' ';
    return piece;
  });
}

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldUnknown(character);
  foldedCharacters.set(character, folded);
  return folded;
}

function foldUnknown(character: string): string {
  if (APOSTROPHE.test(character)) return '';
  if (!WORD.test(character)) return ' ';
  return Array.from(character.normalize('NFKD').toLowerCase(), foldLetter).join('');
}

function foldLetter(letter: string): string {
  if (ACCENT.test(letter) || APOSTROPHE.test(letter) || !WORD.test(letter)) return '';
  return ALIKE.get(letter) ?? letter;
}
