import type { LanguageFields } from '../../src/languages/language';
import type { Turn } from './history';
import type { Saying } from './wish';

type Items = ReadonlyMap<string, LanguageFields>;

/** One language of one person: what became of it, and what they said of it. */
export interface Case {
  readonly name: string;
  /** Oldest first. */
  readonly sayings: readonly Saying[];
  /** Every change of it, oldest first. */
  readonly turns: readonly Turn[];
  /** What it was before the first change, by id. */
  readonly seeds: Items;
  /** Fields that the service is known to have refused. */
  readonly refused: readonly (keyof LanguageFields)[];
}

/** What was there of a language from a time on, by id: twice where two browsers had added it at once. */
export interface State {
  readonly sinceMs: number;
  readonly items: Items;
}

/** What was there of it before its first change and after each, oldest first. */
export function statesOf({ seeds, turns }: Case): State[] {
  const states: State[] = [{ sinceMs: -Infinity, items: seeds }];
  for (const { atMs, id, after } of turns) {
    const items = new Map(states.at(-1)?.items);
    if (after === null) items.delete(id);
    else items.set(id, after);
    states.push({ sinceMs: atMs, items });
  }
  return states;
}

/** What was so at that time or later. */
export function statesSince(states: readonly State[], atMs: number): readonly State[] {
  const first = states.findLastIndex(({ sinceMs }) => sinceMs < atMs);
  return states.slice(Math.max(first, 0));
}
