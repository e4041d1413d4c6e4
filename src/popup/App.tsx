import { NotConfigured } from './NotConfigured';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { Profile } from './Profile';
import { SignedOut } from './SignedOut';

export interface AppProps {
  readonly state: PopupState;
  readonly tools: PageTools;
}

/** Chooses what the popup is about: setting up, signing in, or the languages. */
export function App({ state, tools }: AppProps) {
  const { account, languages, signIn, isConfigured } = state.page.value;
  if (account !== null && languages !== null) {
    return <Profile state={state} tools={tools} account={account} languages={languages} />;
  }
  if (!isConfigured) return <NotConfigured onOpenSettings={tools.openSettings} />;
  return (
    <SignedOut
      signIn={signIn}
      onSignIn={() => {
        state.ask('session/sign-in');
      }}
      onOpenSettings={tools.openSettings}
    />
  );
}
