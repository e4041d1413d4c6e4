import type { Account } from '../identity/account';
import type { AccountState } from '../storage/account-state';
import { AddLanguage } from './AddLanguage';
import { Header } from './Header';
import { LanguageList } from './LanguageList';
import styles from './Profile.module.css';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { StatusBar } from './StatusBar';
import { statusLine } from '../ui/status-line';
import { Suggestions } from './Suggestions';

export interface ProfileProps {
  readonly state: PopupState;
  readonly tools: PageTools;
  readonly account: Account;
  readonly languages: AccountState;
}

/** The languages of the person who is signed in: who, add, list, and where things stand. */
export function Profile({ state, tools, account, languages }: ProfileProps) {
  const lines = state.lines.value;
  const later = state.later.value;
  const failure = state.failure.value;
  return (
    <div class={styles['profile']}>
      <Header account={account} state={state} tools={tools} />
      {later && <later.SignInNotice state={state} tools={tools} />}
      {later && <later.SignOutNotice state={state} />}
      <AddLanguage state={state} browserTags={tools.browserTags.value} />
      {later && failure !== null && (
        <div class={styles['notice']}>
          <later.FailureNote failure={failure} />
        </div>
      )}
      {later && languages.unreadable.length > 0 && (
        <div class={styles['notice']}>
          <later.UnreadableNote unreadable={languages.unreadable} state={state} />
        </div>
      )}
      <LanguageList
        lines={lines}
        isReading={languages.snapshot === null && languages.gate === null}
        isRead={languages.snapshot !== null}
        organisation={account.organisation}
        state={state}
      />
      {languages.snapshot && <Suggestions state={state} browserTags={tools.browserTags.value} />}
      <p class="visually-hidden" aria-live="polite">
        {state.said.value}
      </p>
      {later && <later.ElsewhereNews state={state} />}
      <StatusBar
        line={statusLine(
          languages,
          later?.pausedLine(languages, state.isOnline.value, tools.nowMs()) ?? null,
          state.isStoring.value,
        )}
        undo={state.undoable.value}
        state={state}
      />
    </div>
  );
}
