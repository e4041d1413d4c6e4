import type { Emulator } from '../../emulator/emulator';
import type { StoredLanguage } from '../../emulator/graph-entity';
import type { Person } from './person';

/** One edit of each kind that Ada can make in her popup, of a browser that speaks Catalan. */
export interface Deed {
  /** The method of the one request that it comes to. */
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly language: string;
  readonly act: (person: Person) => Promise<void>;
  /** Whether the profile is as wanted, and has the language once or not at all. */
  readonly isDone: (emulator: Emulator) => boolean;
}

export type DeedName = 'add' | 'change' | 'remove';

export const deeds: Readonly<Record<DeedName, Deed>> = {
  add: {
    method: 'POST',
    language: 'Catalan',
    act: (person) => person.press('Add Catalan'),
    isDone: (emulator) => onProfile(emulator, 'Catalan').length === 1,
  },
  change: {
    method: 'PATCH',
    language: 'Japanese',
    act: (person) => person.choose('Japanese', 'limitedWorking'),
    isDone: (emulator) => {
      const [only, ...others] = onProfile(emulator, 'Japanese');
      return only?.spoken === 'limitedWorking' && others.length === 0;
    },
  },
  remove: {
    method: 'DELETE',
    language: 'Welsh',
    act: async (person) => {
      await person.press('Details of Welsh');
      await person.press('Remove Welsh');
    },
    isDone: (emulator) => onProfile(emulator, 'Welsh').length === 0,
  },
};

/** Ada's languages of that name as the service has them. */
export function onProfile(emulator: Emulator, name: string): StoredLanguage[] {
  return emulator.profileOf(emulator.people.ada).filter(({ displayName }) => displayName === name);
}
