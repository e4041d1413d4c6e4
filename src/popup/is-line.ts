import type { LanguageLine } from '../outbox/fold';

/** Whether a reference means this line: one that was made before it had an id is its key. */
export function isLine({ ref, key }: LanguageLine, reference: string | null): boolean {
  return reference === ref || reference === key;
}
