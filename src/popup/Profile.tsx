import type { Account } from '../identity/account';
import type { AccountState } from '../storage/account-state';
import { word } from '../ui/words';
import { AddLanguage } from './AddLanguage';
import { Header } from './Header';
import { LanguageList } from './LanguageList';
import styles from './Profile.module.css';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { SignInFailureNote } from './SignInFailureNote';
import { StatusBar } from './StatusBar';
import { statusLine } from './status-line';
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
  return (
    <div class={styles['profile']}>
      <Header account={account} state={state} onOpenSettings={tools.openSettings} />
      {needsSignIn(languages) && (
        <div class={styles['notice']}>
          <SignInFailureNote signIn={state.page.value.signIn} onOpenSettings={tools.openSettings} />
        </div>
      )}
      <AddLanguage state={state} browserTags={tools.browserTags.value} />
      {languages.snapshot && (
        <Suggestions lines={lines} browserTags={tools.browserTags.value} onAdd={state.add} />
      )}
      {state.isFull.value && (
        <p class={styles['full']} role="alert">
          {word('notStored')}
        </p>
      )}
      <LanguageList
        lines={lines}
        isReading={languages.snapshot === null && languages.gate === null}
        isRead={languages.snapshot !== null}
        organisation={account.organisation}
        state={state}
      />
      <StatusBar
        line={statusLine(languages, state.isOnline.value, tools.nowMs())}
        undo={languages.undo}
        state={state}
      />
    </div>
  );
}

/** True while only a visible sign-in goes on: then it is of interest why the last one did not. */
function needsSignIn({ gate }: AccountState): boolean {
  return gate?.code === 'signed-out' || gate?.code === 'wrong-account';
}
