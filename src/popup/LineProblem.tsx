import type { LanguageLine } from '../outbox/fold';
import { CopyButton } from '../ui/CopyButton';
import { word } from '../ui/words';
import { discard, keepMine, retry } from './decisions';
import styles from './LineProblem.module.css';
import type { PopupState } from './popup-state';
import { clashTimes, problemDetails, problemView } from './problem-view';
import { audienceOf } from './wanted';

export interface LineProblemProps {
  readonly line: LanguageLine;
  readonly problem: NonNullable<LanguageLine['problem']>;
  readonly state: PopupState;
}

/** Why an edit waits for the person, in its row, with everything that can be done about it. */
export function LineProblem({ line, problem, state }: LineProblemProps) {
  const { reason } = problem;
  const { text, tone, mendedBy, accept, giveUp } = problemView(line, problem);
  const times = reason.theirs && clashTimes(line, problem.edit, state.nowMs());
  return (
    <div class={styles['problem']} data-tone={tone}>
      <p>{text}</p>
      {times !== null && <p data-hint="true">{times}</p>}
      {mendedBy !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            // What is chosen there goes instead of what was refused.
            state.saveDraft({ openLine: line.key });
            state.wanted.value = mendedBy === 'audience' ? audienceOf(line.key) : line.key;
          }}
        >
          {word('fix')}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => {
          if (reason.code === 'changed-elsewhere') keepMine(state, problem);
          else retry(state, problem);
        }}
      >
        {word(accept)}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          discard(state, line);
        }}
      >
        {word(giveUp)}
      </button>
      {reason.code !== 'changed-elsewhere' && (
        <CopyButton label={word('copyDetails')} text={problemDetails(reason)} class="button quiet" />
      )}
    </div>
  );
}
