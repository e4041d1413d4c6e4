import { languageBy, SOURCE_IDS, sourcedFrom, syncedBy, type StoredLanguage } from './graph-entity';
import type { Directory, Person } from './people';

/** The languages that a person has when the emulator starts: with every oddity that the service is known for. */
export function seedOf(person: Person, { people }: Directory): StoredLanguage[] {
  const written = (id: number, day: string, fields: Partial<StoredLanguage>) =>
    languageBy(person, seedId(id), `${day}T08:15:42.2294868Z`, fields);
  switch (person.objectId) {
    case people.ada.objectId:
      return [
        ...adasOwn(written),
        {
          ...written(5, '2024-01-01', { displayName: 'English (United States)', tag: 'en-US' }),
          ...inDirectory(),
        },
        { ...written(6, '2026-02-03', { displayName: 'Danish', tag: 'da-DK' }), ...inferred(0.8) },
      ];
    case people.ben.objectId:
      return [
        written(11, '2025-03-04', {
          displayName: 'English',
          tag: 'en-GB',
          ...allLevels('nativeOrBilingual'),
        }),
        written(12, '2025-03-05', { displayName: 'Igbo', tag: 'ig-NG', ...allLevels('conversational') }),
      ];
    case people.chen.objectId:
      return [
        written(21, '2025-05-06', { displayName: '中文', tag: 'zh-CN', ...allLevels('nativeOrBilingual') }),
      ];
    default:
      return [];
  }
}

type Writer = (id: number, day: string, fields: Partial<StoredLanguage>) => StoredLanguage;

function adasOwn(written: Writer): StoredLanguage[] {
  return [
    written(1, '2024-03-11', { displayName: 'English', tag: 'en-GB', ...allLevels('fullProfessional') }),
    written(2, '2024-03-12', {
      displayName: 'Norwegian Bokmål',
      tag: 'nb-NO',
      ...allLevels('nativeOrBilingual'),
    }),
    // Speaking, reading and writing each have their own level.
    written(3, '2024-05-21', {
      displayName: 'German',
      tag: 'de-DE',
      proficiency: 'professionalWorking',
      spoken: 'professionalWorking',
      reading: 'fullProfessional',
      written: 'limitedWorking',
    }),
    written(4, '2024-09-02', { displayName: 'Japanese', tag: 'ja-JP', ...allLevels('conversational') }),
    // An old item, from when there was one level only.
    written(7, '2020-07-06', { displayName: 'Welsh', tag: 'cy-GB', proficiency: 'elementary' }),
    // The tag that the reference itself writes wrongly.
    written(8, '2021-11-30', { displayName: 'Norwegian', tag: 'no-NB', ...allLevels('professionalWorking') }),
  ];
}

/** What the directory made: nobody but an administrator can change it. */
function inDirectory(): Partial<StoredLanguage> {
  return {
    allowedAudiences: 'everyone',
    createdBy: syncedBy('AAD'),
    createdDateTime: '0001-01-01T00:00:00Z',
    lastModifiedBy: syncedBy('AAD'),
    lastModifiedDateTime: '0001-01-01T00:00:00Z',
    source: { type: ['AAD'] },
    sources: sourcedFrom(SOURCE_IDS.directory),
  };
}

/** What Microsoft guessed: nobody has said yet that it is right. */
function inferred(confidenceScore: number): Partial<StoredLanguage> {
  return {
    createdBy: syncedBy('MsGraph'),
    inference: { confidenceScore, userHasVerifiedAccuracy: false },
    lastModifiedBy: syncedBy('MsGraph'),
    source: null,
    sources: null,
  };
}

function allLevels(level: NonNullable<StoredLanguage['spoken']>): Partial<StoredLanguage> {
  return { proficiency: level, spoken: level, written: level, reading: level };
}

/** The fixed id of a language that is there from the start. */
export function seedId(number: number): string {
  return `0fb4c1e3-c1e3-4fb4-a3c1-${String(number).padStart(12, '0')}`;
}
