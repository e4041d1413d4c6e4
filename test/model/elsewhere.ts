import { LEVELS } from '../../src/languages/levels';
import { OFFERED_AUDIENCES } from '../../src/languages/offered-audiences';
import type { WritableLanguage } from '../emulator/graph-entity';
import type { Service } from '../world/service';
import type { Elsewhere } from './commands';
import { levelAt, pick } from './deeds';
import type { Person } from './stage';

const FIELDS = ['proficiency', 'spoken', 'written', 'reading', 'allowedAudiences'] as const;

/** Lets another device of the person do something, if it can. */
export function actElsewhere(
  service: Service,
  { account, stock }: Person,
  { does, nth, field, level }: Elsewhere,
) {
  const { elsewhere } = service;
  const profile = service.profileOf(account.key);
  const language = pick(profile, nth);
  switch (does) {
    case 'add': {
      const there = new Set(profile.map(({ tag }) => tag));
      const [displayName, tag] = pick(
        stock.filter((each) => !there.has(each[1])),
        nth,
      ) ?? ['', null];
      if (tag !== null) elsewhere.add(account.key, { displayName, tag, ...levels(level) });
      return;
    }
    case 'change':
      if (language)
        elsewhere.change(account.key, language.id, valueOf(pick(FIELDS, field) ?? 'spoken', level));
      return;
    case 'remove':
      if (language) elsewhere.remove(account.key, language.id);
  }
}

/** The four levels of a language, all alike. */
export function levels(nth: number): Partial<WritableLanguage> {
  const level = levelAt(nth);
  return { proficiency: level, spoken: level, written: level, reading: level };
}

function valueOf(field: (typeof FIELDS)[number], nth: number): Partial<WritableLanguage> {
  if (field === 'allowedAudiences') return { allowedAudiences: pick(OFFERED_AUDIENCES, nth) ?? 'me' };
  return { [field]: pick(LEVELS, nth) ?? 'elementary' };
}
