import { changeLanguage, createLanguage, type StoredLanguage, type WritableLanguage } from './graph-entity';
import type { Person } from './people';
import type { ProfileStore } from './profile-store';

/** Changes of a profile that no request of the extension made. They obey no rule of the service. */
export interface Elsewhere {
  add(person: Person, fields: Partial<WritableLanguage>): StoredLanguage;
  /** Throws for an id that is not on the profile. */
  edit(person: Person, id: string, changed: Partial<WritableLanguage>): StoredLanguage;
  remove(person: Person, id: string): void;
}

export function createElsewhere(store: ProfileStore): Elsewhere {
  return {
    add(person, fields) {
      const added = createLanguage(fields, person);
      store.replace(person, [...store.languagesOf(person), added]);
      return structuredClone(added);
    },
    edit(person, id, changed) {
      const languages = store.languagesOf(person);
      const current = languages.find((language) => language.id === id);
      if (!current) throw new Error(`${person.name} has no language ${id}.`);
      const edited = changeLanguage(current, changed, person);
      store.replace(
        person,
        languages.map((language) => (language === current ? edited : language)),
      );
      return structuredClone(edited);
    },
    remove(person, id) {
      store.replace(
        person,
        store.languagesOf(person).filter((language) => language.id !== id),
      );
    },
  };
}
