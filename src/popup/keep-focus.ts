import { effect } from '@preact/signals';
import type { PopupState } from './popup-state';

/** What was done may still lead somewhere by itself. */
const SETTLE_MS = 100;

/** What is wanted may have to come through storage first. */
const WISH_MS = 500;

/** Where what can be reached begins: a dialog, else the search, or the one thing to do where there is none. */
const BEGINNING = 'dialog[open] button, search input, .primary';

/**
 * Sees to it that the focus is somewhere: where what had it goes from the page, and nothing else takes it, its line gets
 * it, else the beginning of the page. So does a wish (`PopupState.wanted`) that nothing fulfils. Gives what ends it.
 */
export function keepFocus({ wanted, all }: PopupState): () => void {
  /** What had the focus last, and the key of its line; null: the person has left it for the empty page. */
  let holder: { readonly element: Element; readonly lineKey: string | undefined } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) {
      const line = activeElement.closest<HTMLElement>('[data-line]');
      holder = { element: activeElement, lineKey: line?.dataset['line'] };
    } else if (holder?.element.isConnected) {
      holder = null;
    } else if (holder !== null && wanted.peek() === null) {
      passOn(holder.lineKey);
    }
  }

  function passOn(lineKey: string | undefined): void {
    // Once: what is no row may be a guess, and not all of those are shown.
    holder &&= { ...holder, lineKey: undefined };
    if (all.peek().some(({ key }) => key === lineKey)) wanted.value = lineKey ?? null;
    else document.querySelector<HTMLElement>(BEGINNING)?.focus();
  }

  function lookSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  }

  look();
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', lookSoon);
  // Not every browser tells of a focus that went together with its element.
  const changes = new MutationObserver(lookSoon);
  changes.observe(document.body, { childList: true, subtree: true });
  const endWishes = effect(() => {
    if (wanted.value === null) return;
    const end = setTimeout(() => {
      wanted.value = null;
      look();
    }, WISH_MS);
    return () => {
      clearTimeout(end);
    };
  });
  return () => {
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', lookSoon);
    changes.disconnect();
    clearTimeout(timer);
    endWishes();
  };
}
