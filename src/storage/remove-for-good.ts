import { browser } from '../browser';
import type { OutboxMirror } from './outbox-mirror';

/**
 * Removes keys from the mirror and then from `storage.local`: what is only in the mirror counts as lost, and comes
 * back. For the same reason all stays where the mirror fails, finished edits too: a copy may be from before they were
 * sent, and would be sent again over what others did since. Rejects where `storage.local` fails.
 * @returns False where the mirror failed: it is to be tried another time.
 */
export async function removeForGood(keys: readonly string[], mirror: OutboxMirror): Promise<boolean> {
  if (keys.length === 0) return true;
  const isGone = await succeeds(mirror.remove(keys));
  if (isGone) await browser.storage.local.remove([...keys]);
  return isGone;
}

/**
 * False where the mirror failed. It is a second copy: its failure stops no edit and nobody's sign-out, and each drain
 * fills it again.
 */
export async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}
