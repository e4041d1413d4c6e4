import { OFFERED_AUDIENCES } from '../../src/languages/offered-audiences';
import { withSkill } from '../../src/languages/each-skill';
import { LEVELS, type Level } from '../../src/languages/levels';
import { newLanguage, withLevel } from '../../src/languages/skills';
import type { LanguageLine } from '../../src/outbox/fold';
import { discard, keepMine, retry } from '../../src/popup/decisions';
import type { PopupState } from '../../src/popup/popup-state';
import { removeLine } from '../../src/popup/remove-line';
import type { Deed } from './commands';

/** Names and tags of languages that one account's person, and their other devices, deal with. */
export type Stock = readonly (readonly [displayName: string, tag: string])[];

/** The one of several that a number stands for. */
export function pick<T>(items: readonly T[], nth: number): T | undefined {
  return items[nth % Math.max(items.length, 1)];
}

export function levelAt(nth: number): Level {
  return pick(LEVELS, nth) ?? 'elementary';
}

/** Does in a popup what a person would; nothing where its button or line is not there. */
export function perform(state: PopupState, deed: Deed, stock: Stock): void {
  const lines = state.lines.value;
  switch (deed.do) {
    case 'add': {
      const shown = new Set(lines.map(({ tag }) => tag));
      const free = stock.filter(([, tag]) => !shown.has(tag));
      const [displayName, tag] = pick(free, deed.language) ?? [];
      if (displayName === undefined || tag === undefined) return;
      state.add(newLanguage({ displayName, tag, audience: 'organization', level: levelAt(deed.level) }));
      return;
    }
    case 'undo':
      state.undo();
      return;
    case 'mine':
    case 'theirs':
      decide(
        state,
        deed.do,
        pick(
          lines.filter(({ problem }) => problem),
          deed.line,
        ),
      );
      return;
    default: {
      const line = pick(lines, deed.line);
      if (line) change(state, deed, line);
    }
  }
}

function change(
  state: PopupState,
  deed: Extract<Deed, { do: 'level' | 'skill' | 'audience' | 'remove' }>,
  line: LanguageLine,
): void {
  switch (deed.do) {
    case 'level':
      state.change(line, withLevel(line, levelAt(deed.level)));
      return;
    case 'skill':
      state.change(line, withSkill(line, deed.skill, levelAt(deed.level)));
      return;
    case 'audience': {
      const audience = pick(OFFERED_AUDIENCES, deed.audience) ?? 'me';
      if (audience !== line.audience) state.change(line, { audience });
      return;
    }
    case 'remove':
      removeLine(state, line);
  }
}

function decide(state: PopupState, answer: 'mine' | 'theirs', line: LanguageLine | undefined): void {
  if (!line?.problem) return;
  const { problem } = line;
  if (answer === 'theirs') discard(state, line);
  else if (problem.reason.code === 'changed-elsewhere') keepMine(state, problem);
  else retry(state, problem);
}
