import { languageNames } from '../../src/languages/names';
import { restTable } from '../../src/languages/rest-table';
import { createLanguageSearch, findLanguages, type LanguageSearch } from '../../src/languages/search';
import { languageTable, type TableEntry } from '../../src/languages/table';
import { fold } from '../../src/outbox/fold';
import { aChange, aLanguage, anAdd, aRemoval, aSnapshot } from '../support/builders';
import { fiftyLanguages } from './fifty-languages';
import { type Durations, timeBoth } from './measurement';

/**
 * What a popup computes between opening and closing, as JSON on the output: it folds, somebody types the first argument,
 * then the second. A popup is a new page each time, so nothing of it was ever compiled or cached before; nor is it here.
 */

/** As many as the popup shows. */
const LIMIT = 7;

const [usualQuery = '', unusualQuery = ''] = process.argv.slice(2);
const times = {
  firstFold: none(),
  laterFold: none(),
  prepareCore: none(),
  core: none(),
  prepareRest: none(),
  all: none(),
};

const languages = fiftyLanguages.map((each) => aLanguage({ ...each, id: each.tag }));
const snapshot = aSnapshot(languages);
const edits = languages.map(({ id, ...base }, index) => {
  if (index % 5 === 0) return anAdd({ fields: { ...base, tag: `${base.tag ?? ''}-001` } });
  if (index % 5 === 1) return aRemoval({ language: id, base });
  return aChange({ spoken: 'elementary' }, { language: id, base });
});
const stored = [snapshot, ...edits].map((value) => JSON.stringify({ version: 2, value }));
for (const durations of [times.firstFold, ...Array<Durations>(10).fill(times.laterFold)]) {
  timeBoth(
    durations,
    () => fold(snapshot, edits),
    () => stored.map((text): unknown => JSON.parse(text)),
  );
}

const core = prepare(times.prepareCore, languageTable, () =>
  createLanguageSearch(languageTable, languageNames('en-GB'), ['en-GB', 'ca']),
);
const coreNames = namesIn(languageTable);
for (const text of lettersOf(usualQuery)) type(times.core, [core], coreNames, text);

const rest = prepare(times.prepareRest, restTable, () =>
  createLanguageSearch(restTable, { uiName: () => null }, ['en-GB', 'ca']),
);
const allNames = [...coreNames, ...namesIn(restTable)];
const unknownToCore = lettersOf(unusualQuery).filter((text) => core.exactly(text, 1).length === 0);
for (const text of unknownToCore) type(times.all, [core, rest], allNames, text);

console.log(JSON.stringify(times));

function none(): Durations {
  return { ms: [], yardstickMs: [] };
}

/** Beside it: reading the same table from JSON, which every page has to do before. */
function prepare(durations: Durations, table: readonly TableEntry[], create: () => LanguageSearch) {
  const text = JSON.stringify(table);
  return timeBoth(durations, create, (): unknown => JSON.parse(text));
}

/** One more letter: what `use-found-languages` does for it, and beside it the plainest search that there is. */
function type(
  durations: Durations,
  searches: readonly LanguageSearch[],
  names: readonly string[],
  text: string,
): void {
  const lower = text.toLowerCase();
  timeBoth(
    durations,
    () => {
      const known = core.exactly(text, LIMIT);
      return known.length > 0 ? known : findLanguages(searches, text, LIMIT);
    },
    () => names.filter((name) => name.includes(lower)),
  );
}

function namesIn(table: readonly TableEntry[]): string[] {
  return table.flatMap(({ englishName, ownName, aliases }) =>
    [englishName, ownName ?? englishName, ...aliases].map((name) => name.toLowerCase()),
  );
}

/** "d", "de", "deu" … as the text grows while it is typed. */
function lettersOf(query: string): string[] {
  const characters = Array.from(query);
  return characters.map((_, index) => characters.slice(0, index + 1).join(''));
}
