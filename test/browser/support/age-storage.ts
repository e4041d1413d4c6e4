import type { ExtensionStorage, StorageArea } from './extension-storage';

/** Two hours: longer than anything that the extension waits for, and than an access token lives. */
const AGE_MS = 7_200_000;

const IS_TIME = /(?:^at|At|Before)Ms$/;

/**
 * Makes everything that is stored two hours older, as if they had gone by: real waiting does not fit into a test, and
 * an add of which nobody knows is looked for only minutes later. Every stored value is the JSON text of its parts, and
 * every point in time in it has a name that says so. To be called while the worker is stopped; the write wakes it, as
 * every change of the storage does.
 */
export async function ageStorage(storage: ExtensionStorage, area: StorageArea): Promise<void> {
  await storage.changeStorage(area, (items) => {
    const aged = Object.entries(items).map(([key, text]) => [key, ageText(String(text))] as const);
    return Object.fromEntries(aged);
  });
}

function ageText(text: string): string {
  const value: unknown = JSON.parse(text, (name, part: unknown) =>
    IS_TIME.test(name) && typeof part === 'number' ? part - AGE_MS : part,
  );
  return JSON.stringify(value);
}
