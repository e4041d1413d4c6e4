import { useCallback, useEffect } from 'preact/hooks';
import type { Configuration } from '../identity/configuration';
import type { Send } from '../messages/send';
import type { LogEntry } from '../storage/log-entry';
import type { PageState } from '../storage/page-state';
import type { savePendingSignOut } from '../storage/save-pending-sign-out';
import { settingsIn } from '../storage/settings';
import { readStored } from '../storage/stored';
import { tenantCheck } from '../storage/tenant-check';
import { pressOnce } from '../ui/press-once';
import type { Versions } from '../ui/versions';
import { word } from '../ui/words';
import { Account } from './Account';
import { Diagnostics } from './Diagnostics';
import { diagnostics } from './diagnostics';
import styles from './Options.module.css';
import { Settings } from './Settings';

/** What the page needs from outside; `main.tsx` gives it the browser's, tests give it fakes. */
export interface OptionsTools {
  /** What this browser's registration must list. */
  readonly redirectUri: string;
  readonly versions: Versions;
  readonly nowMs: () => number;
  /** Rejects where it could not be stored; so does the next. */
  readonly saveSettings: (settings: Configuration) => Promise<void>;
  readonly askTenantCheck: (
    place: Pick<Configuration, 'cloud' | 'tenant'>,
    askedAtMs: number,
  ) => Promise<void>;
  /** What was asked of Microsoft lately, oldest first; nothing where that cannot be read. */
  readonly readLog: () => Promise<readonly LogEntry[]>;
  readonly isOnline: () => boolean;
  /** Asks the worker. Rejects where it did not do it. */
  readonly send: Send;
  readonly savePendingSignOut: typeof savePendingSignOut;
}

export interface OptionsProps {
  readonly page: PageState;
  readonly tools: OptionsTools;
}

/** The settings page: with what to sign in, who is signed in, and what support asks for. */
export function Options({ page, tools }: OptionsProps) {
  useEffect(pressOnce, []);
  const settings = settingsIn(page.record);
  const check = readStored(page.record, tenantCheck);
  const tell = useCallback(async () => {
    const log = await tools.readLog();
    return diagnostics(
      { page, settings: settingsIn(page.record), log },
      { ...tools.versions, nowMs: tools.nowMs(), isOnline: tools.isOnline() },
    );
  }, [page, tools]);
  const { nowMs } = tools;
  return (
    <div class={styles['options']}>
      <h1>{word('optionsTitle')}</h1>
      <Settings
        settings={settings}
        redirectUri={tools.redirectUri}
        check={check}
        isSignedIn={page.account !== null}
        onSave={tools.saveSettings}
        onCheck={async (place) => {
          const askedAtMs = nowMs();
          await tools.askTenantCheck(place, askedAtMs);
          return askedAtMs;
        }}
      />
      <Account
        page={page}
        isConfigured={settings.inForce !== null}
        isOnline={tools.isOnline()}
        nowMs={nowMs}
        onAsk={tools.send}
        savePendingSignOut={tools.savePendingSignOut}
      />
      <Diagnostics tell={tell} />
    </div>
  );
}
