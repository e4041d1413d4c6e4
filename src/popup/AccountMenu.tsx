import { useEffect, useRef, useState } from 'preact/hooks';
import { unsentCount } from '../outbox/unsent-count';
import { absentOf } from '../outbox/removed';
import { pendingSignOut } from '../storage/pending-sign-out';
import { readStored } from '../storage/stored';
import { pausedLine } from '../ui/paused-line';
import { SignOutDialog } from '../ui/SignOutDialog';
import { statusLine } from '../ui/status-line';
import { word } from '../ui/words';
import styles from './AccountMenu.module.css';
import { OrderChoice } from './OrderChoice';
import type { PageTools } from './page-tools';
import type { PopupFailure, PopupState } from './popup-state';
import { RemovedDialog } from './RemovedDialog';

export interface AccountMenuProps {
  /** What the button that opens it calls it. */
  readonly id: string;
  readonly state: PopupState;
  readonly tools: Pick<PageTools, 'nowMs' | 'openInTab' | 'openSettings'>;
}

/** What can be done with the account and with the list as a whole, and what is asked before it. */
export function AccountMenu({ id, state, tools }: AccountMenuProps) {
  const menu = useCloseBehind(id, state.failure.value);
  const [dialog, setDialog] = useState<'sign-out' | 'of-microsoft' | 'removed' | null>(null);
  const closeDialog = () => {
    setDialog(null);
  };
  const { account, languages, record, removed: lately } = state.page.value;
  const removed = absentOf(lately, state.listed.value, tools.nowMs());
  const unsent = languages ? unsentCount(languages) : 0;
  const item = { type: 'button', popovertarget: id, popovertargetaction: 'hide' } as const;
  return (
    <>
      <div {...menu} id={id} popover="auto" class={styles['menu']}>
        <button {...item} onClick={() => state.ask('sync/retry')}>
          {word('refresh')}
        </button>
        {removed.length > 0 && (
          <button
            {...item}
            onClick={() => {
              setDialog('removed');
            }}
          >
            {word('removedTitle')}
          </button>
        )}
        <button {...item} onClick={tools.openInTab}>
          {word('openInTab')}
        </button>
        <button {...item} onClick={tools.openSettings}>
          {word('settings')}
        </button>
        <button {...item} onClick={() => state.ask('session/sign-in')}>
          {word('useAnotherAccount')}
        </button>
        <button
          {...item}
          onClick={() => {
            if (unsent > 0) setDialog('sign-out');
            else if (account) {
              state.ask('session/sign-out', { accountKey: account.key, unsent: 'keep', ofMicrosoft: false });
            }
          }}
        >
          {word('signOut')}
        </button>
        <button
          {...item}
          onClick={() => {
            setDialog('of-microsoft');
          }}
        >
          {word('signOutOfMicrosoft')}
        </button>
        <OrderChoice state={state} />
      </div>
      {dialog === 'removed' && <RemovedDialog removed={removed} state={state} onClose={closeDialog} />}
      {account && languages && (dialog === 'sign-out' || dialog === 'of-microsoft') && (
        <SignOutDialog
          accountKey={account.key}
          unsentCount={unsent}
          standing={
            statusLine(
              languages,
              pausedLine(languages, state.isOnline.value, tools.nowMs()),
              state.isStoring.value,
            ).text
          }
          ofMicrosoft={dialog === 'of-microsoft'}
          pending={readStored(record, pendingSignOut(account.key))}
          onSend={() => state.leaveOnceSent(account.key, dialog === 'of-microsoft')}
          onSignOut={(how) => {
            state.ask('session/sign-out', how);
          }}
          onStay={() => {
            state.stay(account.key);
          }}
          onClose={closeDialog}
        />
      )}
    </>
  );
}

/**
 * Whoever goes on by keys leaves no menu over what comes next, nor does it lie over the note about a failure. Its own
 * button opens and closes it by itself.
 */
function useCloseBehind(id: string, failure: PopupFailure | null) {
  const ref = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // Whoever has pressed its button before the menu was loaded has the focus there.
    if (document.activeElement?.getAttribute('popovertarget') === id) ref.current?.showPopover();
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || ref.current?.contains(target)) return;
      if (target.getAttribute('popovertarget') !== id) ref.current?.hidePopover();
    };
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('focusin', follow);
    };
  }, [isOpen]);
  useEffect(() => {
    if (isOpen && failure !== null) ref.current?.hidePopover();
  }, [failure]);
  const onToggle = ({ newState }: Pick<ToggleEvent, 'newState'>) => {
    setOpen(newState === 'open');
  };
  return { ref, onToggle };
}
