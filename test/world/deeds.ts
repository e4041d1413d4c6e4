import type { LanguageFields } from '../../src/languages/language';
import type { PopupState } from '../../src/popup/popup-state';
import { removeLine } from '../../src/popup/remove-line';
import type { StoredLanguage, WritableLanguage } from '../emulator/graph-entity';
import { someFields } from '../support/builders';
import type { PageView } from './page';
import type { World } from './world';

export type Kind = 'add' | 'change' | 'remove';
export const KINDS: readonly Kind[] = ['add', 'change', 'remove'];

/** What became of the profile, counted: nothing of it may happen. */
export interface Verdict {
  /** Acknowledged edits that the profile does not show. */
  readonly lost: number;
  /** How often one add has put its language there beyond the first time, also where it was put right later. */
  readonly doubled: number;
  /** Fields that nobody had changed, and have changed. */
  readonly overwritten: number;
}

/** Something that a person does, and what has to be true of the profile afterwards. */
export interface Deed {
  readonly kind: Kind;
  /** The tag of the language that it is about. */
  readonly tag: string;
  /** The fields that it gives. */
  readonly gives: Partial<LanguageFields>;
  readonly act: (popup: PopupState, view: PageView) => void;
}

/** Two languages that nobody touches, and two that the deeds are about. */
const SEEDS: readonly Partial<WritableLanguage>[] = [
  { displayName: 'English', tag: 'en-GB', ...levels('fullProfessional') },
  { displayName: 'Norwegian', tag: 'no-NB', spoken: 'limitedWorking' },
  { displayName: 'German', tag: 'de-DE', ...levels('conversational') },
  { displayName: 'Irish', tag: 'ga-IE', ...levels('conversational') },
];

const welsh = someFields({ displayName: 'Welsh', tag: 'cy-GB' });
const spoken = { spoken: 'fullProfessional' } as const;

/** The deed of each kind, and one more for a person who does a second thing. */
export const DEEDS: Readonly<Record<Kind | 'another', Deed>> = {
  add: {
    kind: 'add',
    tag: 'cy-GB',
    gives: welsh,
    act: (popup) => {
      popup.add(welsh);
    },
  },
  change: changeOf('ga-IE'),
  remove: {
    kind: 'remove',
    tag: 'ga-IE',
    gives: {},
    act: (popup, view) => {
      removeLine(popup, lineOf(view, 'ga-IE'));
    },
  },
  another: changeOf('de-DE'),
};

/** Puts the languages there that every story begins with. */
export function seedProfile({ service, account }: World): void {
  for (const fields of SEEDS) service.seed(account.key, fields);
}

/** Compares the profile with what people were told that they had done; `before` is how it was. */
export function judge(world: World, deeds: readonly Deed[], before: readonly StoredLanguage[]): Verdict {
  const after = world.service.profileOf(world.account.key);
  let [lost, doubled, overwritten] = [0, 0, 0];
  for (const deed of deeds) {
    const found = after.filter(({ tag }) => tag === deed.tag);
    const isThere = deed.kind === 'remove' ? found.length === 0 : found.some((each) => has(each, deed.gives));
    if (isKept(world, deed) && !isThere) lost += 1;
    doubled += Math.max(timesCreated(world, deed), found.length, 1) - 1;
  }
  for (const language of before) {
    const deed = deeds.find(({ tag }) => tag === language.tag);
    const now = after.find(({ id }) => id === language.id);
    if (!now && deed?.kind !== 'remove') overwritten += 1;
    if (now) overwritten += changedNames(language, now).filter((name) => !allows(deed, name)).length;
  }
  return { lost, doubled, overwritten };
}

/** True once the browser has told the person that it keeps what they did. */
export function isKept({ clicks }: World, deed: Deed): boolean {
  return clicks.some(({ edit, state }) => {
    const { tag } = edit.kind === 'add' ? edit.fields : edit.base;
    return tag === deed.tag && state === 'kept';
  });
}

function timesCreated({ service }: World, { kind, tag }: Deed): number {
  if (kind !== 'add') return 1;
  return service.executions.filter(
    ({ by, before, after }) => by === 'client' && !before && after?.tag === tag,
  ).length;
}

function changeOf(tag: string): Deed {
  return {
    kind: 'change',
    tag,
    gives: spoken,
    act: (popup, view) => {
      popup.change(lineOf(view, tag), spoken);
    },
  };
}

function lineOf({ lines }: PageView, wanted: string) {
  const line = lines.find(({ tag }) => tag === wanted);
  if (!line) throw new Error(`The popup does not show ${wanted}.`);
  return line;
}

function levels(level: NonNullable<StoredLanguage['spoken']>): Partial<WritableLanguage> {
  return { proficiency: level, spoken: level, written: level, reading: level };
}

function has({ allowedAudiences, ...language }: StoredLanguage, gives: Partial<LanguageFields>): boolean {
  const now: Readonly<Record<string, unknown>> = { ...language, audience: allowedAudiences };
  return Object.entries(gives).every(([name, value]) => now[name] === value);
}

function changedNames(one: StoredLanguage, other: StoredLanguage): string[] {
  const now: Readonly<Record<string, unknown>> = { ...other };
  return Object.entries(one)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name]))
    .map(([name]) => name);
}

function allows(deed: Deed | undefined, name: string): boolean {
  return deed !== undefined && (name in deed.gives || name === 'lastModifiedDateTime');
}
