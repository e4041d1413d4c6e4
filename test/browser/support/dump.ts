import type { Chromium } from './chromium';

/** Everything that the browser keeps for the extension, as JSON text: storage, the mirror, the button and the alarms. */
export async function dumpOf(chromium: Chromium): Promise<string> {
  const areas = ['local', 'sync', 'session'] as const;
  const stored: Record<string, unknown> = {};
  for (const area of areas) stored[area] = await chromium.readStorage(area);
  return JSON.stringify({ ...stored, ...(await inPopup(chromium)) });
}

/** What only a page can tell. */
async function inPopup({ context, popupUrl }: Chromium): Promise<object> {
  const page = context.pages().find((each) => each.url() === popupUrl);
  if (!page) throw new Error('There is no popup to look from');
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('outbox');
      opening.onsuccess = () => {
        resolve(opening.result);
      };
      opening.onerror = () => {
        reject(new Error('The mirror cannot be opened'));
      };
    });
    const store = database.transaction('edits').objectStore('edits');
    const all = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        asked.onsuccess = () => {
          resolve(asked.result);
        };
      });
    const [keys, texts]: [unknown[], unknown[]] = await Promise.all([
      all(store.getAllKeys()),
      all(store.getAll()),
    ]);
    database.close();
    return {
      mirror: Object.fromEntries(keys.map((key, index) => [String(key), texts[index]])),
      badge: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    };
  });
}
