import type { ComponentChildren } from 'preact';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  /** Whether it begins open. */
  readonly isOpen?: boolean;
  /** Told whether it is open, whenever that changes. */
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** What few need to see, under a line that shows and hides it. */
export function Disclosure({ title, isOpen = false, onToggle, children }: DisclosureProps) {
  return (
    <details
      class={styles['disclosure']}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
