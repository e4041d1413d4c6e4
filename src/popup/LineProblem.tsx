import { useState } from 'preact/hooks';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import styles from './LineProblem.module.css';
import type { PopupState } from './popup-state';
import { problemDetails, problemView } from './problem-view';

export interface LineProblemProps {
  readonly line: LanguageLine;
  readonly problem: NonNullable<LanguageLine['problem']>;
  readonly state: PopupState;
}

/** Why an edit waits for the person, in its row, with everything that can be done about it. */
export function LineProblem({ line, problem, state }: LineProblemProps) {
  const [isCopied, setCopied] = useState(false);
  const { reason } = problem;
  const view = problemView(line, problem);
  return (
    <div class={styles['problem']} data-tone={view.tone}>
      <p>{view.text}</p>
      {view.accept !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            if (reason.code === 'changed-elsewhere') state.keepMine(line, problem);
            else state.retry(line, problem);
          }}
        >
          {word(view.accept)}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => {
          state.discard(line);
        }}
      >
        {word(view.giveUp)}
      </button>
      {reason.code !== 'changed-elsewhere' && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            navigator.clipboard.writeText(problemDetails(reason)).then(() => {
              setCopied(true);
            }, reportError);
          }}
        >
          {word(isCopied ? 'copied' : 'copyDetails')}
        </button>
      )}
    </div>
  );
}
