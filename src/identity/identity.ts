import type { Account } from './account';
import type { Configuration } from './configuration';

/** What the browser is asked to do; `background/` passes the real one, tests a fake. */
export interface WebAuth {
  /** The exact redirect address that this browser gives this extension. */
  readonly redirectUri: string;
  /**
   * Opens the address in the browser's sign-in window (or without one) and resolves with the address that it was
   * redirected to. Rejects with `SignInFailure` `cancelled`, `needs-sign-in` or `unavailable`; without a window it
   * always ends within 15 s.
   */
  launch(url: string, options: { interactive: boolean }): Promise<string>;
}

/** What is known of the token before. */
export interface TokenOptions {
  readonly rejectedToken?: string;
  readonly claims?: string | null;
}

/** Who is signed in, and the token. Every method rejects with a {@link SignInFailure} and nothing else. */
export interface Identity {
  /**
   * Opens the sign-in window and stores the tokens; the account is the caller's to keep. One at a time. `onAnswer` is
   * called and waited for when the person is done with the window: what is forgotten after that is not signed in again.
   */
  signIn(configuration: Configuration, onAnswer?: () => Promise<void>): Promise<Account>;
  /**
   * A valid access token of exactly this account: the stored one, else renewed by refresh token, else silently.
   * `rejectedToken` names a token that Graph refused: it is not given again; `claims` is what the next one has to satisfy
   * (JSON text of a claims challenge), now or at the next sign-in with a window. Never opens a window, and never trades
   * the tokens of the account that is signed in for those of another: that is `needs-sign-in`.
   */
  accessToken(account: Account, options?: TokenOptions): Promise<string>;
  /**
   * Forgets every token. What is still under way stores nothing any more, and nothing is renewed until somebody signs
   * in.
   */
  forget(): Promise<void>;
}
