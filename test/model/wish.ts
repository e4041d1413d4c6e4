import type { LanguageFields } from '../../src/languages/language';
import { FIELD_NAMES } from '../../src/languages/fields';
import type { AddEdit, Edit, LanguageRef } from '../../src/outbox/edit';

type FieldName = keyof LanguageFields;

/** Something that a person did in a popup, as the popup recorded it. */
export interface Saying {
  /** On the clock that only goes forward. */
  readonly atMs: number;
  /** Sayings of one command were said by two popups at once. */
  readonly command: number;
  readonly account: string;
  /** Of the language that it is about; each language of the model has its own. */
  readonly tag: string | null;
  /** The edit that the popup stored. */
  readonly edit: Edit;
  /** `act`: something new; `decide`: about an edit that waited for the person. */
  readonly how: 'act' | 'decide';
  /** What the popup said of other people's values of it at that moment, in a question. */
  readonly shown: readonly LanguageFields[];
  /** False: the popup was told that it was not stored, or was closed before it was told anything. */
  readonly isStored: boolean;
}

/** A value that a language shall have, and since when. */
export interface WantedValue {
  readonly value: Exclude<LanguageFields[FieldName], undefined>;
  readonly atMs: number;
  /** The row in which the person chose it: where a language is there twice, they spoke of that one. */
  readonly row: LanguageRef;
  /** True where the person chose it only by adding the language: what another device said counts more. */
  readonly isSoft: boolean;
  /** What the person saw of it before; null where they began with it. */
  readonly from: LanguageFields[FieldName] | null;
}

/** What a person wants of one language after everything that they said; null and absent: no matter. */
export interface Wish {
  readonly presence: {
    readonly isWanted: boolean;
    readonly atMs: number;
    readonly edit: Edit;
    /** What the adds in force called it: more than one where two popups added it in one tick. */
    readonly refs: readonly string[];
    /** As of a value: true where the person only went back on removing it. */
    readonly isSoft: boolean;
  } | null;
  readonly values: ReadonlyMap<FieldName, WantedValue>;
}

const NO_WISH: Wish = { presence: null, values: new Map() };

/** The languages that an edit is about, told apart by their tags. */
export function tagOf(edit: Edit): string | null {
  return edit.kind === 'add' ? edit.fields.tag : edit.base.tag;
}

/** Puts together what somebody said of one language, oldest first. */
export function wishOf(sayings: readonly Saying[]): Wish {
  return sayings.reduce(afterSaying, NO_WISH);
}

function afterSaying(wish: Wish, { edit, atMs, how, isStored }: Saying): Wish {
  // Given up by the person, or accepted by nobody: then either way is right.
  if (edit.state.status === 'done') return NO_WISH;
  if (!isStored) return { presence: null, values: without(wish.values, wantedBy(edit)) };
  if (how === 'decide' && edit.kind === 'change') return wish;
  if (how === 'decide' && edit.kind === 'add') {
    // The same wish once more, or a change of a language that is gone: then it shall be there again.
    return { presence: added(wish, edit, atMs, false), values: answered(wish.values, edit, atMs) };
  }
  switch (edit.kind) {
    case 'remove':
      // Two popups had added it in one tick: this one takes back its own.
      if (edit.language.startsWith('new:') && (wish.presence?.refs.length ?? 0) > 1) return NO_WISH;
      return { presence: { isWanted: false, atMs, edit, isSoft: false, refs: [] }, values: new Map() };
    case 'add': {
      // Undo of a removal: it shall be as it was, whoever made it so.
      const isReturn = isReturning(wish.presence, edit, atMs);
      const soft = isReturn ? FIELD_NAMES : NO_LEVELS;
      return {
        presence: added(wish, edit, atMs, isReturn),
        values: valuesOf(edit.fields, { atMs, row: edit.language }, soft),
      };
    }
    case 'change': {
      // Who goes back to what they had seen asks for nothing.
      const back = FIELD_NAMES.filter((name) => isBack(wish.values.get(name), edit.changes[name]));
      const chosen = [...valuesOf(edit.changes, { atMs, row: edit.language }, back)].map(
        ([name, wanted]) => [name, { ...wanted, from: edit.base[name] ?? null }] as const,
      );
      const values = new Map([...wish.values, ...chosen]);
      return { presence: wish.presence?.isWanted === true ? wish.presence : null, values };
    }
  }
}

/** True for an add that only goes back on a removal; two popups can do that in one tick. */
function isReturning(presence: Wish['presence'], { language }: Edit, atMs: number): boolean {
  if (presence?.edit.language !== language) return false;
  return !presence.isWanted || (presence.isSoft && presence.atMs === atMs);
}

function isBack(before: WantedValue | undefined, value: LanguageFields[FieldName]): boolean {
  return value !== undefined && before?.from === value;
}

/** What was wanted, seen after an answer that comes later and says something else. */
function answered(values: Wish['values'], { fields, language: row }: AddEdit, atMs: number): Wish['values'] {
  const said = valuesOf(fields, { atMs, row }, FIELD_NAMES);
  return new Map(
    [...values].map(([name, wanted]) => [
      name,
      fields[name] === wanted.value ? wanted : (said.get(name) ?? wanted),
    ]),
  );
}

function added({ presence }: Wish, edit: Edit, atMs: number, isSoft: boolean): Wish['presence'] {
  const refs = new Set([...(presence?.refs ?? []), edit.language]);
  return { isWanted: true, atMs, edit, isSoft, refs: [...refs] };
}

/** The fields that an edit writes, with their values. */
export function wantedBy(edit: Edit): Partial<LanguageFields> {
  switch (edit.kind) {
    case 'add':
      return edit.fields;
    case 'change':
      return edit.changes;
    case 'remove':
      return {};
  }
}

const NO_LEVELS: readonly FieldName[] = ['displayName', 'tag', 'audience'];

function valuesOf(
  fields: Partial<LanguageFields>,
  said: Pick<WantedValue, 'atMs' | 'row'>,
  soft: readonly FieldName[],
): Map<FieldName, WantedValue> {
  const values = new Map<FieldName, WantedValue>();
  for (const name of FIELD_NAMES) {
    const value = fields[name];
    const isSoft = soft.includes(name);
    if (value !== undefined && !(isSoft && value === null))
      values.set(name, { ...said, value, isSoft, from: null });
  }
  return values;
}

function without(values: Wish['values'], fields: Partial<LanguageFields>): Wish['values'] {
  return new Map([...values].filter(([name]) => !(name in fields)));
}
