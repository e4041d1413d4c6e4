import type { LanguageLine } from '../outbox/fold';
import type { Preferences } from '../storage/preferences';
import { uiLocale, word } from '../ui/words';
import { createPlaces } from './place-lines';
import type { PopupState } from './popup-state';
import { prefer, type TimeAfter } from './prefer';

/** A line that is moved. */
export interface Moved {
  readonly line: LanguageLine;
  /** As its row says it. */
  readonly name: string;
  readonly state: PopupState;
}

/**
 * Moves a line to another place in the list, and says where it stands then.
 * @param placeFrom Is told where it is, and says where it shall go: outside of the list is its end.
 * @param control Where the focus goes: the row that is moved loses it.
 */
export function moveLine(
  { state, line, name }: Moved,
  placeFrom: (from: number) => number,
  control: string,
): void {
  let said = '';
  const choose = (before: Preferences, timeAfter: TimeAfter) => {
    const lines = createPlaces()(state.lines.value, before);
    const from = lines.findIndex(({ key }) => key === line.key);
    // Another window has removed it.
    if (from === -1) return null;
    const to = Math.min(Math.max(placeFrom(from), 0), lines.length - 1);
    if (to === from) return null;
    const numbers = new Intl.NumberFormat(uiLocale());
    said = word('movedTo', name, numbers.format(to + 1), numbers.format(lines.length));
    const places = lines.toSpliced(from, 1).toSpliced(to, 0, line);
    return { places: places.map(({ ref }) => ref), placedAtMs: timeAfter(before.placedAtMs) };
  };
  const whenDone = () => {
    state.said.value = said;
    state.wanted.value = control;
  };
  prefer(state, choose, { whenDone });
}
