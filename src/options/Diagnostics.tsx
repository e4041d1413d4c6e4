import { CopyButton } from '../ui/CopyButton';
import { word } from '../ui/words';
import { Disclosure } from './Disclosure';
import styles from './Diagnostics.module.css';

export interface DiagnosticsProps {
  /** What is copied, of `diagnostics.ts`. */
  readonly text: string;
}

/** What support asks for, to be looked at before it is given away. */
export function Diagnostics({ text }: DiagnosticsProps) {
  return (
    <section class={styles['diagnostics']} aria-labelledby="diagnostics">
      <h2 id="diagnostics">{word('diagnostics')}</h2>
      <p>{word('diagnosticsHint')}</p>
      <CopyButton label={word('copyDetails')} text={text} class="button" />
      <Disclosure title={word('diagnosticsShow')}>
        <pre dir="ltr">{text}</pre>
      </Disclosure>
    </section>
  );
}
