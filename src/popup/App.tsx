import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { Profile } from './Profile';

export interface AppProps {
  readonly state: PopupState;
  readonly tools: PageTools;
}

/** Chooses what the popup is about: setting up, signing in, or the languages. */
export function App({ state, tools }: AppProps) {
  const { account, languages, signIn, record } = state.page.value;
  if (account !== null && languages !== null) {
    return <Profile key={account.key} state={state} tools={tools} account={account} languages={languages} />;
  }
  const later = state.later.value;
  if (later === null) return null;
  if (later.configurationInForce(record) === null)
    return <later.NotConfigured onOpenSettings={tools.openSettings} />;
  return (
    <later.SignedOut
      signIn={signIn}
      record={record}
      failure={state.failure.value}
      onSignIn={() => {
        state.ask('session/sign-in');
      }}
      onOpenSettings={tools.openSettings}
    />
  );
}
