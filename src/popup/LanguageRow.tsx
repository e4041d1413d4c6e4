import { useRef } from 'preact/hooks';
import { isSignLanguage } from '../languages/sign';
import { isLinked, withLevel } from '../languages/skills';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import { LevelSelect } from './LevelSelect';
import styles from './LanguageRow.module.css';
import { languageRowView } from './language-row-view';
import type { Oddity } from './oddities';
import { isLine } from './is-line';
import type { PopupState } from './popup-state';
import { useWanted } from './use-wanted';
import { detailsButtonOf } from './wanted';

export interface LanguageRowProps {
  readonly line: LanguageLine;
  readonly isOpen: boolean;
  /** What is odd about it; undefined for nothing. */
  readonly oddity: Oddity | undefined;
  readonly organisation: string | null;
  readonly state: PopupState;
}

/** One language: its name, its level to change in place, its details, and what keeps an edit from going through. */
export function LanguageRow({ line, isOpen, oddity, organisation, state }: LanguageRowProps) {
  const later = state.later.value;
  const { name, subtitle, progress, level } = languageRowView(line, later?.ownNameByTable);
  const isNews = state.news.value?.keys.has(line.key);
  const mark = progress ?? (isNews ? word('newsMark') : oddity ? word('worthALook') : null);
  const last = mark ?? differs(line);
  const { order, contact } = state.preferences.value;
  const row = useRef<HTMLLIElement>(null);
  /** Details that were open when the popup was closed leave the list where it was. */
  const isRestored = useRef(isOpen);
  useWanted(state.wanted, line.key, () => {
    row.current?.scrollIntoView({ block: 'nearest' });
    const { current: item } = row;
    (item?.querySelector('select') ?? item?.querySelector('button'))?.focus();
  });
  const details = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, detailsButtonOf(line.key), () => details.current?.focus());
  const detailsId = `details-${line.key}`;
  return (
    <li
      ref={row}
      class={styles['row']}
      data-line={line.key}
      data-news={isNews}
      aria-label={name}
      onKeyDown={(event) => {
        if (isOpen) later?.closeByEscape(state, line.key, event);
      }}
    >
      <div class={styles['line']}>
        {later && order === 'hand' && <later.MoveHandle line={line} name={name} state={state} />}
        <div class={styles['name']}>
          <b>
            <bdi>{name}</bdi>
            {later && isLine(line, contact) && <later.ContactMark />}
          </b>
          <small>
            {/* What comes later stands last: nothing that is seen moves. */}
            {subtitle.slice(0, last === null ? 2 : 1).map((part, index) => (
              <span key={part}>
                {index > 0 && ' · '}
                <bdi>{part}</bdi>
              </span>
            ))}
            {last !== null && subtitle.length > 0 && ' · '}
            {last !== null && <span class={mark === null ? undefined : styles['progress']}>{last}</span>}
          </small>
        </div>
        {line.isEditable ? (
          <LevelSelect
            label={word('levelOf', name)}
            level={level}
            withMeter
            onChange={(next) => {
              state.change(line, withLevel(line, next));
            }}
          />
        ) : (
          <span class={styles['lock']}>{word('locked')}</span>
        )}
        <button
          ref={details}
          type="button"
          class={styles['more']}
          aria-label={word('detailsOf', name)}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => {
            isRestored.current = false;
            state.saveDraft({ openLine: isOpen ? null : line.key });
          }}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="m6 3.5 4.5 4.5L6 12.5" fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>
        </button>
      </div>
      {later && line.problem && (
        <later.LineProblem key={line.problem.edit.id} line={line} problem={line.problem} state={state} />
      )}
      {later && isOpen && (
        <later.LanguageDetails
          id={detailsId}
          line={line}
          isRestored={isRestored.current}
          name={name}
          oddity={oddity}
          organisation={organisation}
          state={state}
        />
      )}
    </li>
  );
}

/** The row's level is that of speaking where the others say something else. */
function differs(line: LanguageLine): string | null {
  return isSignLanguage(line.tag) || isLinked(line) ? null : word('levelsDiffer');
}
