import Combobox from '@github/combobox-nav';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Lets the keys of an input choose in a list of options, the first one unless another is chosen. `onReady` is called
 * whenever there are new `options`: the same ones keep the choice where it is.
 */
export function useCombobox(
  input: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLElement | null>,
  options: readonly unknown[],
  onReady: (list: HTMLElement) => void,
): void {
  useLayoutEffect(() => {
    if (!input.current || !list.current) return;
    const combobox = new Combobox(input.current, list.current, {
      firstOptionSelectionMode: 'selected',
      tabInsertsSuggestions: false,
    });
    // Starting selects the first option: so does every letter that is typed.
    combobox.start();
    const ended = new AbortController();
    const onComposed = (event: Event) => {
      // A composition that leaves the text as it is takes the choice away, and no new options bring it back.
      const isTyped = event instanceof InputEvent && event.inputType !== 'insertCompositionText';
      if (!isTyped) combobox.resetSelection();
    };
    for (const type of ['compositionend', 'input']) {
      input.current.addEventListener(type, onComposed, { signal: ended.signal });
    }
    onReady(list.current);
    return () => {
      ended.abort();
      combobox.stop();
    };
  }, [options]);
}
