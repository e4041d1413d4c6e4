import { BY_HAND, LEFT_OUT } from './by-hand.mjs';

/**
 * The rows of the table, "tag|English name|own name|alias|alias…" with empty ends cut off, sorted by tag. An alias
 * that would find nothing new is left out: one whose words all stand in another name of the language, or one that
 * the registry gives to a language although another row carries that name ("Flemish" is not just Dutch).
 */
export function buildRows(cldr, registry) {
  const isWanted = (tag) => !LEFT_OUT.includes(tag) && (tag.includes('-') || registry.names.has(tag));
  const tags = new Set([...cldr.tags, ...registry.signLanguages, ...Object.keys(BY_HAND)].filter(isWanted));
  const englishName = (tag) =>
    BY_HAND[tag]?.english ?? cldr.englishName(tag) ?? registry.names.get(tag)?.at(0);
  const owners = new Map(
    [...tags].flatMap((tag) => [...cldr.otherNames(tag), englishName(tag)].map((name) => [name, tag])),
  );

  return [...tags].sort().map((tag) => {
    const own = BY_HAND[tag]?.own ?? cldr.ownName(tag) ?? '';
    const registered = (registry.names.get(tag) ?? []).filter((name) => (owners.get(name) ?? tag) === tag);
    const others = [...cldr.otherNames(tag), ...registered, ...(BY_HAND[tag]?.also ?? [])];
    return toRow(tag, [englishName(tag), own], others);
  });
}

function toRow(tag, given, others) {
  const names = [...given];
  for (const alias of others) {
    if (!names.some((name) => contains(name, alias))) names.push(alias);
  }
  if (names.some((name) => name.includes('|'))) throw new Error(`A name of ${tag} contains the separator`);
  return [tag, ...names].join('|').replace(/\|+$/, '');
}

/** The languages of the registry that the rows lack, in rows of the same form, sorted by tag; no families of languages. */
export function buildRest(rows, registry) {
  const tags = new Set(rows.map((row) => row.split('|', 1)[0]));
  return [...registry.names]
    .filter(([tag]) => !tags.has(tag) && !registry.families.has(tag))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([tag, [name, ...others]]) => toRow(tag, [name, ''], others));
}

/** Whether a search for the alias finds the name anyway. */
function contains(name, alias) {
  const known = words(name);
  return words(alias).every((word) => known.includes(word));
}

function words(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼʻ]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
