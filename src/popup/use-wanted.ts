import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

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

/** Says who shall have the focus where it goes from the page together with what had it. */
export function useHeir(
  wanted: Signal<string | null>,
  holder: RefObject<Element | null>,
  heir: () => string,
): void {
  useLayoutEffect(
    () => () => {
      if (holder.current?.contains(document.activeElement)) wanted.value ??= heir();
    },
    [],
  );
}
