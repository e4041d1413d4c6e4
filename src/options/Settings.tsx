import type { TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Configuration, isSameConfiguration } from '../identity/configuration';
import type { KeptSettings } from '../storage/settings';
import type { TenantCheck } from '../storage/tenant-check';
import { word } from '../ui/words';
import { AlsoPrescribed } from './AlsoPrescribed';
import { CloudField } from './CloudField';
import { CopyField } from './CopyField';
import { Elsewhere } from './Elsewhere';
import styles from './Settings.module.css';
import { Registration } from './Registration';
import { TenantNote } from './TenantNote';
import { TextField } from './TextField';
import { type FieldName, useRegistration } from './use-registration';
import { useTenantCheck } from './use-tenant-check';

export interface SettingsProps {
  readonly settings: KeptSettings;
  /** What this browser's registration must list. */
  readonly redirectUri: string;
  /** The last question about a tenant, whoever asked it; null where nobody has. */
  readonly check: TenantCheck | null;
  /** Whoever is signed in stays so with the registration that they signed in with. */
  readonly isSignedIn: boolean;
  readonly onSave: (settings: Configuration) => Promise<void>;
  /** Asks whether the cloud knows the tenant. Resolves with when it was asked, epoch milliseconds. */
  readonly onCheck: (place: Pick<Configuration, 'cloud' | 'tenant'>) => Promise<number>;
}

const FIELD_IDS: Readonly<Record<FieldName, string>> = { tenant: 'tenant', clientId: 'client-id' };

/** With which registration of which organisation to sign in, and what that registration must list. */
export function Settings({ settings, redirectUri, check, isSignedIn, onSave, onCheck }: SettingsProps) {
  const { own, elsewhere, prescribed, policy } = settings;
  const form = useRegistration(settings);
  const { shown, typed } = form;
  const [outcome, setOutcome] = useState<'editing' | 'saving' | 'saved' | 'failed'>('editing');
  const tenantCheck = useTenantCheck(check, { cloud: shown.cloud, tenant: typed.tenant.value }, onCheck);
  const saveButton = useRef<HTMLButtonElement>(null);
  const isPrescribed = ['cloud', 'tenant', 'clientId'].every((part) => part in prescribed);

  function edit(change: Parameters<typeof form.edit>[0]): void {
    form.edit(change);
    setOutcome('editing');
  }

  function store(chosen: Configuration): void {
    form.edit(chosen);
    setOutcome('saving');
    onSave(chosen).then(
      () => {
        // Whoever has typed on has not saved that.
        setOutcome((now) => (now === 'saving' ? 'saved' : now));
        const { cloud, tenant } = { ...chosen, ...prescribed };
        tenantCheck.ask({ cloud, tenant });
      },
      () => {
        setOutcome((now) => (now === 'saving' ? 'failed' : now));
      },
    );
  }

  /** Where something is wrong, it says so and has the focus. */
  function isRight(...fields: readonly FieldName[]): boolean {
    const wrong = form.insist(...fields);
    if (wrong !== null) document.getElementById(FIELD_IDS[wrong])?.focus();
    return wrong === null;
  }

  function save(event: TargetedEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isRight('tenant', 'clientId') && form.value !== null) store(form.value);
  }

  const fieldProps = (name: FieldName) => ({
    id: FIELD_IDS[name],
    label: word(name),
    text: shown[name],
    typed: typed[name],
    isWrong: form.isWrong(name),
    isPrescribed: name in prescribed,
    onInput: (text: string) => {
      edit({ [name]: text });
    },
    onLeave: () => {
      form.leave(name);
    },
  });
  return (
    <form class={styles['settings']} aria-labelledby="registration" onSubmit={save} noValidate>
      <h2 id="registration">{word('registration')}</h2>
      <p>{word('optionsIntro')}</p>
      {policy.refused.length > 0 && <p>{word('policyRefused', policy.refused.join(', '))}</p>}
      <div role="status">
        {elsewhere !== null &&
          !isPrescribed &&
          !isSameConfiguration(own, elsewhere) &&
          outcome !== 'saving' && (
            <Elsewhere
              theirs={elsewhere}
              isShown={own === null && isSameConfiguration(form.value, elsewhere)}
              onUse={() => {
                store(elsewhere);
                // The button goes, and would take the focus along; so does the one below.
                saveButton.current?.focus();
              }}
            />
          )}
      </div>
      <CloudField
        cloud={shown.cloud}
        isPrescribed={'cloud' in prescribed}
        onChoose={(cloud) => {
          edit({ cloud });
        }}
      />
      <TextField {...fieldProps('tenant')} hint={word('tenantHint')} />
      <TextField {...fieldProps('clientId')} hint={word('clientIdHint')} />
      <CopyField id="redirect" label={word('redirectUri')} hint={word('redirectHint')} value={redirectUri} />
      {!isPrescribed && <Registration isOpen={settings.inForce === null} />}
      <AlsoPrescribed policy={policy} />
      {isPrescribed && <p>{word('prescribedAll')}</p>}
      <div class={styles['ways']}>
        {!isPrescribed && (
          <button ref={saveButton} type="submit" class="button primary">
            {word('save')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            const tenant = typed.tenant.value;
            if (isRight('tenant') && tenant !== null) tenantCheck.ask({ cloud: shown.cloud, tenant });
          }}
        >
          {word('check')}
        </button>
      </div>
      <div role="status" class={styles['outcome']} data-outcome={outcome}>
        {outcome === 'saved' && !isPrescribed && (
          <p>{word(isSignedIn ? 'settingsSavedForNext' : 'settingsSaved')}</p>
        )}
        {outcome === 'failed' && <p>{word('settingsNotSaved')}</p>}
        {tenantCheck.hasFailed && <p>{word('notDone')}</p>}
        {tenantCheck.shown && (
          <TenantNote
            check={tenantCheck.shown}
            isCloudPrescribed={'cloud' in prescribed}
            onUseCloud={(cloud) => {
              edit({ cloud });
              saveButton.current?.focus();
            }}
          />
        )}
      </div>
    </form>
  );
}
