import type { Account } from '../identity/account';
import { word } from '../ui/words';
import styles from './Header.module.css';
import { initials, organisationName } from './account-view';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';

export interface HeaderProps {
  readonly account: Account;
  readonly state: PopupState;
  readonly tools: PageTools;
}

const MENU = 'account-menu';

/** Whose profile this is, always in sight, and what can be done with the account. */
export function Header({ account, state, tools }: HeaderProps) {
  const later = state.later.value;
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
      {later && <later.AccountMenu id={MENU} state={state} tools={tools} />}
    </header>
  );
}
