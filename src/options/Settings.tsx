import type { TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { cloudNames, isCloudName } from '../identity/clouds';
import { type Configuration, isClientId, isTenant } from '../identity/configuration';
import type { KeptSettings } from '../storage/settings';
import select from '../ui/select.module.css';
import { word } from '../ui/words';
import { cloudWord } from './cloud-word';
import { CopyField } from './CopyField';
import { Elsewhere } from './Elsewhere';
import styles from './Settings.module.css';
import { TextField } from './TextField';

export interface SettingsProps {
  readonly settings: KeptSettings;
  /** The client id that the builder chose for everybody; empty where there is none. */
  readonly builtInClientId: string;
  /** What this browser's registration must list. */
  readonly redirectUri: string;
  readonly onSave: (settings: Configuration) => Promise<void>;
}

/** With which registration of which organisation to sign in, and what that registration must list. */
export function Settings({ settings, builtInClientId, redirectUri, onSave }: SettingsProps) {
  const { own, elsewhere, policy, inForce } = settings;
  // What the person typed or took over: from then on nothing that arrives touches the form.
  const [typed, setTyped] = useState<Configuration | null>(null);
  const [outcome, setOutcome] = useState<'editing' | 'refused' | 'saving' | 'saved' | 'failed'>('editing');
  const saveButton = useRef<HTMLButtonElement>(null);
  const nothing: Configuration = { cloud: 'global', tenant: '', clientId: builtInClientId };
  const fields = typed ?? inForce ?? nothing;
  const cloud = policy.cloud ?? fields.cloud;
  const tenant = policy.tenant ?? fields.tenant;
  const clientId = policy.clientId ?? fields.clientId;
  const isPrescribed = [policy.cloud, policy.tenant, policy.clientId].every((part) => part !== null);

  function edit(change: Partial<Configuration>): void {
    setTyped({ ...fields, ...change });
    setOutcome('editing');
  }

  function store(chosen: Configuration): void {
    setOutcome('saving');
    onSave(chosen).then(
      () => {
        setOutcome('saved');
      },
      () => {
        setOutcome('failed');
      },
    );
  }

  function save(event: TargetedEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isTenant(tenant) && isClientId(clientId)) {
      store({ cloud, tenant: tenant.toLowerCase(), clientId: clientId.toLowerCase() });
    } else {
      setOutcome('refused');
    }
  }

  const isRefused = outcome === 'refused';
  return (
    <form class={styles['settings']} onSubmit={save} noValidate>
      <h1>{word('optionsTitle')}</h1>
      <p>{word('optionsIntro')}</p>
      {policy.refused.length > 0 && <p>{word('policyRefused', policy.refused.join(', '))}</p>}
      <div role="status">
        {elsewhere !== null && !isPrescribed && !isSame(own, elsewhere) && outcome !== 'saving' && (
          <Elsewhere
            theirs={elsewhere}
            isShown={own === null && isSame(fields, elsewhere)}
            onUse={() => {
              setTyped(elsewhere);
              store(elsewhere);
              // The button goes, and would take the focus along.
              saveButton.current?.focus();
            }}
          />
        )}
      </div>
      <label for="cloud">{word('cloud')}</label>
      <select
        class={select['select']}
        id="cloud"
        value={cloud}
        disabled={policy.cloud !== null}
        aria-describedby="cloud-hint"
        onChange={({ currentTarget: { value } }) => {
          if (isCloudName(value)) edit({ cloud: value });
        }}
      >
        {cloudNames.map((name) => (
          <option key={name} value={name}>
            {cloudWord(name)}
          </option>
        ))}
      </select>
      {policy.cloud !== null && <small id="cloud-hint">{word('prescribed')}</small>}
      <TextField
        id="tenant"
        label={word('tenant')}
        hint={word('tenantHint')}
        error={isRefused && !isTenant(tenant) ? word('tenantWrong') : null}
        value={tenant}
        isPrescribed={policy.tenant !== null}
        onInput={(text) => {
          edit({ tenant: text.trim() });
        }}
      />
      <TextField
        id="client-id"
        label={word('clientId')}
        hint={word('clientIdHint')}
        error={isRefused && !isClientId(clientId) ? word('clientIdWrong') : null}
        value={clientId}
        isPrescribed={policy.clientId !== null}
        onInput={(text) => {
          edit({ clientId: text.trim() });
        }}
      />
      <CopyField id="redirect" label={word('redirectUri')} hint={word('redirectHint')} value={redirectUri} />
      {isPrescribed ? (
        <p>{word('prescribedAll')}</p>
      ) : (
        <button ref={saveButton} type="submit" class="button primary">
          {word('save')}
        </button>
      )}
      <p role="status" data-outcome={outcome}>
        {outcome === 'saved' && word('settingsSaved')}
        {outcome === 'failed' && word('settingsNotSaved')}
      </p>
    </form>
  );
}

function isSame(one: Configuration | null, other: Configuration | null): boolean {
  return one?.cloud === other?.cloud && one?.tenant === other?.tenant && one?.clientId === other?.clientId;
}
