import { useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import { LanguageRow } from './LanguageRow';
import styles from './LanguageList.module.css';
import type { PopupState } from './popup-state';

export interface LanguageListProps {
  readonly lines: readonly LanguageLine[];
  /** True while the first answer of Microsoft 365 is on its way. */
  readonly isReading: boolean;
  /** False until Microsoft 365 has answered for the first time. */
  readonly isRead: boolean;
  readonly organisation: string | null;
  readonly state: PopupState;
}

const PLACEHOLDERS = ['a', 'b', 'c'];

/** Every language of the profile as the person wants it to be. */
export function LanguageList({ lines, isReading, isRead, organisation, state }: LanguageListProps) {
  const list = useRef<HTMLUListElement>(null);
  // The draft has the search as well: no letter of it shall show all rows again.
  const openLine = useComputed(() => state.draft.value.openLine).value;
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = state.draft.value.scrollTop;
  }, []);
  const later = state.later.value;
  const listed = state.listed.value;
  const preferences = state.preferences.value;
  const oddities = useMemo(() => later?.odditiesOf(listed, preferences), [later, listed, preferences]);
  if (isReading && lines.length === 0) {
    return (
      <div class={styles['loading']} aria-hidden="true">
        {PLACEHOLDERS.map((key) => (
          <div key={key}>
            <i />
            <i />
          </div>
        ))}
      </div>
    );
  }
  if (lines.length === 0) {
    // Why nothing was read stands in the status line.
    if (!isRead) return <div class={styles['empty']} />;
    return (
      <div class={styles['empty']}>
        <h2>{word('emptyTitle')}</h2>
        <p>{word('emptyText')}</p>
      </div>
    );
  }
  return (
    <ul
      ref={list}
      class={styles['list']}
      aria-label={word('yourLanguages')}
      onScrollEnd={({ currentTarget }) => {
        // Not where it was put when the popup opened.
        const { scrollTop } = currentTarget;
        if (scrollTop !== state.draft.value.scrollTop) state.saveDraft({ scrollTop });
      }}
    >
      {lines.map((line) => (
        <LanguageRow
          key={line.key}
          line={line}
          isOpen={openLine === line.key}
          oddity={oddities?.get(line.key)}
          organisation={organisation}
          state={state}
        />
      ))}
    </ul>
  );
}
