import { signal } from '@preact/signals';

/** Own names of languages by tag; null until they are loaded. */
const ownNames = signal<ReadonlyMap<string, string> | null>(null);
let isAsked = false;

/**
 * The language's own name by the table of languages, for what the browser itself cannot name. Null at first: the table
 * is loaded when it is needed, and whoever shows this is shown again then.
 */
export function ownNameByTable(language: string): string | null {
  if (!isAsked) {
    isAsked = true;
    load().catch((error: unknown) => {
      isAsked = false;
      reportError(error);
    });
  }
  return ownNames.value?.get(language) ?? null;
}

async function load(): Promise<void> {
  const { languageTable } = await import('../languages/table');
  ownNames.value = new Map(
    languageTable.flatMap(({ tag, ownName }) => (ownName === null ? [] : [[tag, ownName]])),
  );
}
