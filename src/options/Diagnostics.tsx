import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from '../ui/CopyButton';
import { word } from '../ui/words';
import { Disclosure } from './Disclosure';
import styles from './Diagnostics.module.css';

export interface DiagnosticsProps {
  /** Makes what is copied, of `diagnostics.ts`, as all stands now. Another function where something has changed. */
  readonly tell: () => Promise<string>;
}

/** What support asks for, to be looked at before it is given away. */
export function Diagnostics({ tell }: DiagnosticsProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  useEffect(() => {
    // What is told anew next time may be about somebody else.
    if (!isOpen) {
      setText('');
      return;
    }
    let isLast = true;
    tell().then((told) => {
      if (isLast) setText(told);
    }, reportError);
    return () => {
      isLast = false;
    };
  }, [isOpen, tell]);
  return (
    <section class={styles['diagnostics']} aria-labelledby="diagnostics">
      <h2 id="diagnostics">{word('diagnostics')}</h2>
      <p>{word('diagnosticsHint')}</p>
      <CopyButton label={word('copyDetails')} text={tell} class="button" />
      <Disclosure title={word('diagnosticsShow')} onToggle={setOpen}>
        <pre dir="ltr" tabIndex={0} role="group" aria-labelledby="diagnostics">
          {linesOf(text).map(({ key, line }) => (
            <span key={key}>{`${line}\n`}</span>
          ))}
        </pre>
      </Disclosure>
    </section>
  );
}

/** The lines, named by what they say, so that a selection stays where it is when others come. */
function linesOf(text: string): { readonly key: string; readonly line: string }[] {
  const times = new Map<string, number>();
  return text.split('\n').map((line) => {
    const nth = (times.get(line) ?? 0) + 1;
    times.set(line, nth);
    return { key: `${line} ${nth}`, line };
  });
}
