import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type CloudName, cloudNames, isCloudName } from '../identity/clouds';
import { type Configuration, isClientId, isTenant } from '../identity/configuration';
import select from '../ui/select.module.css';
import { type Word, word } from '../ui/words';
import { CopyField } from './CopyField';
import styles from './Settings.module.css';
import { TextField } from './TextField';

export interface SettingsProps {
  /** What is in force; null while neither the person nor the build has said anything. */
  readonly settings: Configuration | null;
  /** The client id that the builder chose for everybody; empty where there is none. */
  readonly builtInClientId: string;
  /** What this browser's registration must list. */
  readonly redirectUri: string;
  readonly onSave: (settings: Configuration) => Promise<void>;
}

const CLOUD_WORDS: Readonly<Record<CloudName, Word>> = {
  global: 'cloud_global',
  'us-gov-l4': 'cloud_us_gov_l4',
  'us-gov-dod': 'cloud_us_gov_dod',
  china: 'cloud_china',
  local: 'cloud_local',
};

/** With which registration of which organisation to sign in, and what that registration must list. */
export function Settings({ settings, builtInClientId, redirectUri, onSave }: SettingsProps) {
  const [cloud, setCloud] = useState<CloudName>(settings?.cloud ?? 'global');
  const [tenant, setTenant] = useState(settings?.tenant ?? '');
  const [clientId, setClientId] = useState(settings?.clientId ?? builtInClientId);
  const [outcome, setOutcome] = useState<'editing' | 'refused' | 'saved' | 'failed'>('editing');

  const edit = (set: (text: string) => void) => (text: string) => {
    set(text.trim());
    setOutcome('editing');
  };

  function save(event: TargetedEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isTenant(tenant) || !isClientId(clientId)) {
      setOutcome('refused');
      return;
    }
    onSave({ cloud, tenant: tenant.toLowerCase(), clientId: clientId.toLowerCase() }).then(
      () => {
        setOutcome('saved');
      },
      () => {
        setOutcome('failed');
      },
    );
  }

  const isRefused = outcome === 'refused';
  return (
    <form class={styles['settings']} onSubmit={save} noValidate>
      <h1>{word('optionsTitle')}</h1>
      <p>{word('optionsIntro')}</p>
      <label for="cloud">{word('cloud')}</label>
      <select
        class={select['select']}
        id="cloud"
        value={cloud}
        onChange={({ currentTarget }) => {
          if (isCloudName(currentTarget.value)) setCloud(currentTarget.value);
          setOutcome('editing');
        }}
      >
        {cloudNames.map((name) => (
          <option key={name} value={name}>
            {word(CLOUD_WORDS[name])}
          </option>
        ))}
      </select>
      <TextField
        id="tenant"
        label={word('tenant')}
        hint={word('tenantHint')}
        error={isRefused && !isTenant(tenant) ? word('tenantWrong') : null}
        value={tenant}
        onInput={edit(setTenant)}
      />
      <TextField
        id="client-id"
        label={word('clientId')}
        hint={word('clientIdHint')}
        error={isRefused && !isClientId(clientId) ? word('clientIdWrong') : null}
        value={clientId}
        onInput={edit(setClientId)}
      />
      <CopyField id="redirect" label={word('redirectUri')} hint={word('redirectHint')} value={redirectUri} />
      <button type="submit" class="button primary">
        {word('save')}
      </button>
      <p role="status" data-outcome={outcome}>
        {outcome === 'saved' && word('settingsSaved')}
        {outcome === 'failed' && word('settingsNotSaved')}
      </p>
    </form>
  );
}
