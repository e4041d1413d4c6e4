import type { ComponentChildren } from 'preact';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  /** Whether it begins open. */
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** What few need to see, under a line that shows and hides it. */
export function Disclosure({ title, isOpen = false, children }: DisclosureProps) {
  return (
    <details class={styles['disclosure']} open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
