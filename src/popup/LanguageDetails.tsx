import { useEffect, useRef } from 'preact/hooks';
import { OFFERED_AUDIENCES } from '../languages/offered-audiences';
import type { LanguageLine } from '../outbox/fold';
import select from '../ui/select.module.css';
import { word } from '../ui/words';
import { audienceWords } from '../ui/audience-words';
import { ContactChoice } from './ContactChoice';
import styles from './LanguageDetails.module.css';
import { LineOddity } from './LineOddity';
import { MoveButtons } from './MoveButtons';
import type { Oddity } from './oddities';
import { originWords } from './origin-words';
import type { PopupState } from './popup-state';
import { policyIn } from './prescribed';
import { removeLine } from './remove-line';
import { SkillLevels } from './SkillLevels';
import { useWanted } from './use-wanted';
import { audienceOf } from './wanted';

export interface LanguageDetailsProps {
  readonly id: string;
  readonly line: LanguageLine;
  /** True where they were open already when the popup was opened. */
  readonly isRestored: boolean;
  readonly name: string;
  readonly oddity: Oddity | undefined;
  /** The organisation's name, for the audience; null where it is not known. */
  readonly organisation: string | null;
  readonly state: PopupState;
}

/** Speaking, reading, writing; who can see it; where it came from; remove. */
export function LanguageDetails({
  id,
  line,
  isRestored,
  name,
  oddity,
  organisation,
  state,
}: LanguageDetailsProps) {
  const details = useRef<HTMLDivElement>(null);
  const audience = useRef<HTMLSelectElement>(null);
  const isAudienceLocked = line.isEditable && policyIn(state.page.value.record).lockAudience === true;
  useWanted(state.wanted, audienceOf(line.key), () => audience.current?.focus());
  useEffect(() => {
    // With the row above them, whose name says what they are about.
    if (!isRestored) details.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={details} id={id} class={styles['details']} role="group" aria-label={word('detailsOf', name)}>
      {oddity && <LineOddity key={oddity.question} line={line} oddity={oddity} state={state} />}
      {line.isEditable && <SkillLevels line={line} name={name} state={state} />}
      {line.isEditable && (
        <div class={styles['field']}>
          <span aria-hidden="true">{word('audience')}</span>
          <select
            ref={audience}
            class={select['select']}
            aria-label={word('audienceOf', name)}
            value={line.audience ?? ''}
            disabled={isAudienceLocked}
            onChange={({ currentTarget }) => {
              state.change(line, { audience: currentTarget.value });
              currentTarget.value = line.audience ?? '';
            }}
          >
            {!OFFERED_AUDIENCES.some((each) => each === line.audience) && (
              <option value={line.audience ?? ''} disabled>
                {audienceWords(line.audience, organisation)}
              </option>
            )}
            {OFFERED_AUDIENCES.map((each) => (
              <option key={each} value={each}>
                {audienceWords(each, organisation)}
              </option>
            ))}
          </select>
        </div>
      )}
      {isAudienceLocked && <p class={styles['hint']}>{word('prescribed')}</p>}
      {line.overruled !== null && (
        <p class={styles['hint']}>{word('audienceOverruled', audienceWords(line.overruled, organisation))}</p>
      )}
      <ContactChoice line={line} name={name} state={state} />
      {state.preferences.value.order === 'hand' && <MoveButtons line={line} name={name} state={state} />}
      {!line.isEditable && <p>{word('lockedWhy')}</p>}
      <div class={styles['foot']}>
        <span>{originWords(line)}</span>
        {line.isEditable && (
          <button
            type="button"
            class="button danger"
            aria-label={word('removeOf', name)}
            onClick={() => {
              removeLine(state, line);
            }}
          >
            {word('remove')}
          </button>
        )}
      </div>
    </div>
  );
}
