import { useState } from 'preact/hooks';
import type { Account } from '../identity/account';
import { isOpen } from '../outbox/edit';
import { word } from '../ui/words';
import styles from './Header.module.css';
import { initials, organisationName } from './account-view';
import type { PopupState } from './popup-state';

export interface HeaderProps {
  readonly account: Account;
  readonly state: PopupState;
  readonly onOpenSettings: () => void;
}

const MENU = 'account-menu';

/** Whose profile this is, always in sight, and what can be done with the account. */
export function Header({ account, state, onOpenSettings }: HeaderProps) {
  const [dialog, setDialog] = useState<'sign-out' | 'removed' | null>(null);
  const closeDialog = () => {
    setDialog(null);
  };
  const later = state.later.value;
  const { edits = [], unreadable = [] } = state.page.value.languages ?? {};
  const waiting = edits.filter(isOpen).length + unreadable.length;
  const closesMenu = { popovertarget: MENU, popovertargetaction: 'hide' } as const;
  return (
    <header class={styles['header']}>
      <h1 class="visually-hidden">{word('extensionName')}</h1>
      <div class={styles['avatar']} aria-hidden="true">
        {initials(account.name)}
      </div>
      <div class={styles['who']}>
        <b>
          <bdi>{account.name}</bdi>
        </b>
        <span title={account.username}>
          <bdi>{organisationName(account)}</bdi> · <bdi>{account.username}</bdi>
        </span>
      </div>
      <button type="button" class={styles['more']} aria-label={word('accountMenu')} popovertarget={MENU}>
        <span aria-hidden="true">⋯</span>
      </button>
      <div id={MENU} popover="auto" class={styles['menu']}>
        <button type="button" {...closesMenu} onClick={() => state.ask('sync/retry')}>
          {word('refresh')}
        </button>
        {state.removed.value.length > 0 && (
          <button
            type="button"
            {...closesMenu}
            onClick={() => {
              setDialog('removed');
            }}
          >
            {word('removedTitle')}
          </button>
        )}
        <button type="button" {...closesMenu} onClick={onOpenSettings}>
          {word('settings')}
        </button>
        <button
          type="button"
          {...closesMenu}
          onClick={() => {
            if (waiting === 0) state.ask('session/sign-out');
            else setDialog('sign-out');
          }}
        >
          {word('signOut')}
        </button>
      </div>
      {later && dialog === 'removed' && <later.RemovedDialog state={state} onClose={closeDialog} />}
      {later && dialog === 'sign-out' && (
        <later.SignOutDialog
          waiting={waiting}
          onDiscard={() => {
            state.ask('session/sign-out');
          }}
          onClose={closeDialog}
        />
      )}
    </header>
  );
}
