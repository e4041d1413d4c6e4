import { isLevel, levelOrdinal } from '../languages/levels';
import { rowLevel } from '../languages/skills';
import type { LanguageLine } from '../outbox/fold';
import type { Order, Preferences } from '../storage/preferences';
import { uiLocale } from '../ui/words';
import { isLine } from './is-line';
import { shownName } from './shown-name';

type Compare = (one: LanguageLine, other: LanguageLine) => number;
type Placing = Pick<Preferences, 'order' | 'places'>;

/**
 * Puts lines in the order that the person chose. It remembers how they stood: a line that changes stays where it is,
 * under the hand that changes it, and only one that the person adds is put where it belongs, until another order is
 * chosen.
 */
export function createPlaces(): (lines: readonly LanguageLine[], placing: Placing) => LanguageLine[] {
  let standing: readonly string[] = [];
  let last: Placing | null = null;
  return (lines, { order, places }) => {
    const compare = comparing(lines, { order, places });
    const isAnew = last?.order !== order || last.places.join() !== places.join();
    last = { order, places };
    const before = isAnew ? [] : standing;
    const known = before.flatMap((key) => lines.find((line) => line.key === key) ?? []);
    const added = lines.filter(({ key }) => !before.includes(key)).toSorted(compare);
    // What comes from elsewhere moves nothing that is there: it stands last.
    const isTheirs = ({ progress }: LanguageLine) => before.length > 0 && progress === 'saved';
    const ours = added.filter((line) => !isTheirs(line));
    const placed = [
      ...ours.reduce((all, line) => inserted(all, line, compare), known),
      ...added.filter(isTheirs),
    ];
    standing = placed.map(({ key }) => key);
    return placed;
  };
}

function inserted(lines: LanguageLine[], line: LanguageLine, compare: Compare): LanguageLine[] {
  const next = lines.findIndex((each) => compare(line, each) < 0);
  return lines.toSpliced(next < 0 ? lines.length : next, 0, line);
}

/** Equal ones stand as the service has them. */
function comparing(lines: readonly LanguageLine[], placing: Placing): Compare {
  const index = new Map(lines.map((line, place) => [line.key, place]));
  const place = ({ key }: LanguageLine) => index.get(key) ?? 0;
  const compare = COMPARE[placing.order](placing);
  return (a, b) => compare(a, b) || place(a) - place(b);
}

const COMPARE: Readonly<Record<Order, (placing: Placing) => Compare>> = {
  // What cannot be changed here is of the least interest here.
  added: () => (a, b) => Number(b.isEditable) - Number(a.isEditable),
  level: () => (a, b) => height(b) - height(a),
  name: () => {
    const { compare } = new Intl.Collator(uiLocale());
    return (a, b) => compare(shownName(a), shownName(b));
  },
  hand: ({ places }) => {
    const place = (line: LanguageLine) => {
      const found = places.findIndex((reference) => isLine(line, reference));
      return found < 0 ? places.length : found;
    };
    return (a, b) => place(a) - place(b);
  },
};

function height(line: LanguageLine): number {
  const level = rowLevel(line);
  return isLevel(level) ? levelOrdinal(level) : -1;
}
