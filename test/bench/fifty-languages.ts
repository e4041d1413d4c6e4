import { languageTable } from '../../src/languages/table';

/** Far more languages than anybody speaks, for a profile that is as slow as one can be. */
export const fiftyLanguages: readonly { readonly tag: string; readonly displayName: string }[] = languageTable
  .filter(({ ownName, tag }) => ownName !== null && tag.length === 2)
  .slice(0, 50)
  .map(({ tag, englishName }) => ({ tag, displayName: englishName }));
