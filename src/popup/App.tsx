import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { Profile } from './Profile';

export interface AppProps {
  readonly state: PopupState;
  readonly tools: PageTools;
}

/** The popup: what it is about now, and the manners that it has throughout. */
export function App(props: AppProps) {
  const later = props.state.later.value;
  return (
    <>
      <Subject {...props} />
      {later && <later.Manners state={props.state} />}
    </>
  );
}

/** Chooses what the popup is about: setting up, signing in, or the languages. */
function Subject({ state, tools }: AppProps) {
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
