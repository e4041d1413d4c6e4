import { NEW_LEVEL, type TrialEdit } from './kill-trial';
import type { Person } from './person';

/** Makes the edit in an open popup by the clicks that it takes. */
export async function makeEdit(person: Person, { kind, language }: TrialEdit): Promise<void> {
  switch (kind) {
    case 'add':
      return person.press(`Add ${language}`);
    case 'change':
      return person.choose(language, NEW_LEVEL);
    case 'remove':
      await person.press(`Details of ${language}`);
      await person.press(`Remove ${language}`);
  }
}
