import type { ComponentChildren } from 'preact';
import styles from './Hero.module.css';

export interface HeroProps {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

/** A page of few words: the product's sign, a title, a sentence and what there is to do. */
export function Hero({ title, text, children }: HeroProps) {
  return (
    <section class={styles['hero']}>
      <img src="/icons/icon.svg" alt="" width="56" height="56" />
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}
