import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** However it was closed: by a button that submits, or by Escape. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Asks or shows something before everything else on the page; its buttons close it when they submit. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    // Only now has the menu that it was chosen from closed: the focus goes back to where that left it.
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class={styles['dialog']} aria-labelledby={titleId} onClose={onClose}>
      <form method="dialog">
        <h2 id={titleId}>{title}</h2>
        {children}
      </form>
    </dialog>
  );
}
