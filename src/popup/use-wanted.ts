import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Calls `focus` once whenever the name of `wanted.ts` is wanted, and says that it was done; null: never. */
export function useWanted(wanted: Signal<string | null>, name: string | null, focus: () => void): void {
  const isWanted = name !== null && wanted.value === name;
  useEffect(() => {
    // Another one may be wanted since.
    if (!isWanted || wanted.peek() !== name) return;
    wanted.value = null;
    focus();
  }, [isWanted]);
}
