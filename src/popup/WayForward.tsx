import { type Word, word } from '../ui/words';
import type { PopupState } from './popup-state';
import type { StatusLine } from '../ui/status-line';
import { UNREADABLE } from './wanted';

type Action = NonNullable<StatusLine['action']>;

const WAYS_FORWARD: Readonly<Record<Action, readonly [label: Word, act: (state: PopupState) => void]>> = {
  'sign-in': [
    'signIn',
    ({ ask }) => {
      ask('session/sign-in');
    },
  ],
  retry: [
    'tryAgain',
    ({ ask }) => {
      ask('sync/retry');
    },
  ],
  'show-problem': [
    'showProblem',
    ({ lines, wanted }) => {
      // Where no line has an edit that waits for the person, it is those that could not be read.
      wanted.value = lines.value.find(({ problem }) => problem !== null)?.key ?? UNREADABLE;
    },
  ],
};

/** The button beside the status line that goes on from there. */
export function WayForward({ action, state }: { readonly action: Action; readonly state: PopupState }) {
  const [label, act] = WAYS_FORWARD[action];
  return (
    <button
      type="button"
      class={action === 'sign-in' ? 'button' : 'button quiet'}
      onClick={() => {
        act(state);
      }}
    >
      {word(label)}
    </button>
  );
}
