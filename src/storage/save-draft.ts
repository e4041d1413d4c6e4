import { browser } from '../browser';
import * as catalogue from './catalogue';
import { toRecord } from './stored';

/** Keeps what the person has begun. Rejects where the browser could not store it. */
export async function saveDraft(accountKey: string, draft: catalogue.Draft): Promise<void> {
  await browser.storage.local.set(toRecord(catalogue.draft(accountKey), draft));
}
