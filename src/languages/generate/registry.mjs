import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The languages of the IANA registry that are in use, by subtag, each with its names without remarks in brackets
 * ("Bodo (India)" is "Bodo"), and the subtags of all sign languages and of all families of languages.
 */
export function openRegistry(folder) {
  const records = JSON.parse(readFileSync(join(folder, 'data/json/registry.json'), 'utf8'));
  const living = records.filter(
    ({ Type, Deprecated, Scope }) => Type === 'language' && !Deprecated && Scope !== 'special',
  );
  const names = new Map(
    living.map(({ Subtag, Description }) => [
      Subtag,
      Description.map((name) => name.replace(/ ?\(.*\)$/, '')),
    ]),
  );
  // A sign language is what may extend "sgn", the code for all of them.
  const signLanguages = records
    .filter(({ Type, Prefix, Subtag }) => Type === 'extlang' && Prefix?.includes('sgn') && names.has(Subtag))
    .map(({ Subtag }) => Subtag)
    .sort();
  const families = new Set(living.filter(({ Scope }) => Scope === 'collection').map(({ Subtag }) => Subtag));
  return { names, signLanguages, families };
}
