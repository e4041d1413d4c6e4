import type { Account } from '../../src/identity/account';
import type { LanguageFields } from '../../src/languages/language';
import * as catalogue from '../../src/storage/catalogue';
import type { StoredLanguage } from '../emulator/graph-entity';
import { anAccount } from '../support/builders';
import type { AreaSemantics } from '../world/area';
import type { Page } from '../world/page';
import { createWorld, type World } from '../world/world';
import type { Trouble } from './commands';
import type { Stock } from './deeds';
import { levels } from './elsewhere';
import { type Watch, watchRequests } from './watch-requests';

/** What a run begins with. */
export interface Setting {
  readonly seed: number;
  readonly semantics: AreaSemantics;
  /** How many languages each profile has. */
  readonly languages: number;
}

/** Somebody with a profile, and the languages that they and their other devices deal with: no one else has those. */
export interface Person {
  readonly account: Account;
  readonly stock: Stock;
}

/** When a click was made, and what the popup showed then. */
export interface Said {
  /** On the clock that only goes forward. */
  readonly atMs: number;
  /** The number of the command. */
  readonly command: number;
  /** Other people's values in the questions that were shown. */
  readonly questions: readonly LanguageFields[];
}

/** The world of a run, what its commands have set in it, and what the judge cannot learn from the world itself. */
export interface Stage {
  readonly world: World;
  readonly watch: Watch;
  readonly people: readonly Person[];
  /** What each account's profile was at the start. */
  readonly seeds: ReadonlyMap<string, readonly StoredLanguage[]>;
  readonly signOuts: { readonly account: string; readonly atMs: number; readonly command: number }[];
  /** Statuses that requests of an account were refused with; null: with a token that is nobody's any more. */
  readonly refusals: { readonly account: string | null; readonly status: number }[];
  /** Of which time the profile is that a request sees, by the number of the request. */
  readonly shownMs: Map<number, number>;
  readonly pages: (Page | null)[];
  /** Of each click of the world. */
  readonly said: Said[];
  /** Keys of the edits that were damaged, or vanished. */
  readonly spoilt: Set<string>;
  /** How many commands there were so far. */
  played: number;
  troubles: readonly { readonly writes: boolean; readonly trouble: Trouble }[];
  lagMs: number;
  /** Until then reads do not lag, in true time: the clock was set forward. */
  steadyFromMs: number;
  isOnline: boolean;
  isFull: boolean;
  hasBeenFull: boolean;
  /** How many steps of the worker are left until it is stopped; and so on for the next. */
  kills: readonly number[];
}

const PEOPLE: readonly [Person, Person] = [
  {
    account: anAccount({ key: 'A'.repeat(22) }),
    stock: [
      ['German', 'de-DE'],
      ['Japanese', 'ja-JP'],
      ['Danish', 'da-DK'],
      ['Welsh', 'cy-GB'],
      ['Basque', 'eu-ES'],
    ],
  },
  {
    account: anAccount({ key: 'B'.repeat(22) }),
    stock: [
      ['Igbo', 'ig-NG'],
      ['Irish', 'ga-IE'],
      ['Zulu', 'zu-ZA'],
      ['Maltese', 'mt-MT'],
    ],
  },
];

/**
 * A stage on which nothing has happened yet; the first person is signed in.
 * @param beside The stage of another browser of the same people, whose profiles are theirs.
 */
export function createStage({ seed, semantics, languages }: Setting, beside?: Stage): Stage {
  const accounts = [PEOPLE[0].account, PEOPLE[1].account] as const;
  const world = createWorld({ seed, semantics, accounts, ...(beside && { beside: beside.world }) });
  const seeds = beside?.seeds ?? seedProfiles(world, languages);
  return {
    ...{ world, watch: watchRequests(world), people: PEOPLE, seeds },
    ...{ signOuts: [], refusals: [], shownMs: new Map(), pages: [], said: [], spoilt: new Set() },
    ...{ played: 0, troubles: [], lagMs: 0, steadyFromMs: -Infinity, kills: [] },
    ...{ isOnline: true, isFull: false, hasBeenFull: false },
  };
}

function seedProfiles({ service }: World, languages: number): Stage['seeds'] {
  return new Map(
    PEOPLE.map(({ account: { key }, stock }) => {
      for (const [nth, [displayName, tag]] of stock.slice(0, languages).entries()) {
        service.seed(key, { displayName, tag, ...levels(nth) });
      }
      return [key, service.profileOf(key)] as const;
    }),
  );
}

/** Who is signed in, as storage tells. */
export function signedIn({ world, people }: Stage): Person | null {
  const stored = world.local.record[catalogue.account.key];
  return people.find(({ account }) => typeof stored === 'string' && stored.includes(account.key)) ?? null;
}
