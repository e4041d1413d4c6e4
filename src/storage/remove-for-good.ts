import { browser } from '../browser';
import type { OutboxMirror } from './outbox-mirror';

/**
 * Removes keys from the mirror and then from `storage.local`: what is only in the mirror counts as lost, and comes
 * back. For the same reason all stays where the mirror fails; it is removed another time.
 */
export async function removeForGood(keys: readonly string[], mirror: OutboxMirror): Promise<void> {
  if (keys.length > 0 && (await succeeds(mirror.remove(keys)))) await browser.storage.local.remove([...keys]);
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
