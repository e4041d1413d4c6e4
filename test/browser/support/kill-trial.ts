import { isDeepStrictEqual } from 'node:util';
import type { Emulator } from '../../emulator/emulator';
import { languageBy, type StoredLanguage } from '../../emulator/graph-entity';
import type { Proof } from '../../support/proof';

const KINDS = ['add', 'change', 'remove'] as const;

/** One edit of Ada's, the only one of its language. */
export interface TrialEdit {
  readonly kind: (typeof KINDS)[number];
  /** The English name. */
  readonly language: string;
  readonly tag: string;
}

/** The HTTP method of the request that an edit comes to. */
export const METHOD_OF = { add: 'POST', change: 'PATCH', remove: 'DELETE' } as const;

/** The level that every language of the profile has at first, and the one that a change gives it. */
const LEVEL = 'conversational';
export const NEW_LEVEL = 'limitedWorking';

/** How many languages are on the profile about which there is no edit. */
const OTHERS = 4;

const TAGS = [
  ...['ca', 'it', 'fr', 'es', 'pt', 'nl', 'sv', 'fi', 'pl', 'cs', 'hu', 'ro', 'el', 'tr', 'uk', 'bg', 'hr'],
  ...['sk', 'sl', 'lt', 'lv', 'et', 'is', 'ga', 'mt', 'sq', 'mk', 'sr', 'eu', 'gl', 'hi', 'bn', 'ta', 'te'],
  ...['mr', 'gu', 'kn', 'ml', 'pa', 'ur', 'fa', 'ar', 'he', 'th', 'vi', 'id', 'ms', 'ko', 'zh', 'sw', 'am'],
  ...['zu', 'xh', 'af', 'yo', 'ig', 'ha', 'so', 'ka', 'hy', 'az', 'kk', 'uz', 'mn', 'ne', 'si', 'km', 'lo'],
  ...['my', 'tg', 'ky', 'tk', 'lb', 'fo', 'br', 'gd', 'cy', 'yi', 'eo', 'la', 'rw', 'mg', 'sn', 'qu'],
];

/** The tags of the languages that these edits add: a browser that has them among its own suggests them. */
export function tagsToAdd(edits: readonly TrialEdit[]): string[] {
  return edits.filter(({ kind }) => kind === 'add').map(({ tag }) => tag);
}

/** A profile on which every edit has a language of its own, so that each is judged by itself. */
export interface Trial {
  /** One edit of each kind per round. */
  readonly rounds: readonly (readonly TrialEdit[])[];
  /** Gives Ada the profile on which the edits are made. */
  begin(emulator: Emulator): void;
  /**
   * What has become of edits that were made, and of the languages that none of them was about. Those of which nobody
   * knows whether the browser had accepted them may be on the profile or not.
   */
  judge(
    emulator: Emulator,
    made: readonly TrialEdit[],
    unsure?: readonly TrialEdit[],
  ): Omit<Proof, 'fault' | 'count'>;
}

/** A trial of so many rounds. */
export function createTrial(roundCount: number): Trial {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const left = TAGS.map((tag) => ({ tag, language: names.of(tag) ?? tag }));
  const rounds = Array.from({ length: roundCount }, () =>
    KINDS.flatMap((kind) => left.splice(0, 1).map((each) => ({ ...each, kind }))),
  );
  const present = [...rounds.flat().filter(({ kind }) => kind !== 'add'), ...left.slice(0, OTHERS)];
  let before: StoredLanguage[] = [];
  return {
    rounds,
    begin(emulator) {
      const { ada } = emulator.people;
      const levels = { proficiency: LEVEL, spoken: LEVEL, written: LEVEL, reading: LEVEL } as const;
      before = present.map(({ language, tag }, index) => {
        const madeAt = `2024-03-11T08:15:42.${String(index).padStart(7, '0')}Z`;
        return languageBy(ada, crypto.randomUUID(), madeAt, { displayName: language, tag, ...levels });
      });
      emulator.setProfile(ada, before);
    },
    judge(emulator, made, unsure = []) {
      const after = emulator.profileOf(emulator.people.ada);
      const named = (name: string | null) => after.filter(({ displayName }) => displayName === name);
      const isAbout = (name: string | null) => (edit: TrialEdit) => edit.language === name;
      const overwritten = before.filter((language) => {
        const { displayName } = language;
        if (unsure.some(isAbout(displayName))) return false;
        const now = named(displayName);
        const edit = made.find(isAbout(displayName));
        if (edit === undefined) return !isDeepStrictEqual([language], now);
        return edit.kind === 'change' && !isDeepStrictEqual([rest(language)], now.map(rest));
      });
      return {
        lost: made.filter((edit) => !isThere(edit, named(edit.language))).length,
        doubled: after.length - new Set(after.map(({ displayName }) => displayName)).size,
        overwritten: overwritten.length,
      };
    },
  };
}

function isThere({ kind }: TrialEdit, [found]: readonly StoredLanguage[]): boolean {
  if (kind === 'remove') return found === undefined;
  const level = kind === 'add' ? 'elementary' : NEW_LEVEL;
  const levels = [found?.proficiency, found?.spoken, found?.written, found?.reading];
  return levels.every((each) => each === level);
}

/** What a change of the level leaves alone. */
function rest(language: StoredLanguage): Partial<StoredLanguage> {
  const { proficiency, spoken, written, reading, lastModifiedBy, lastModifiedDateTime, ...others } = language;
  return others;
}
