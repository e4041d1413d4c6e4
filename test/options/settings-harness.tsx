import { fireEvent, render, screen } from '@testing-library/preact';
import type { Configuration } from '../../src/identity/configuration';
import type { TenantAnswer } from '../../src/identity/tenant-answer';
import { Settings, type SettingsProps } from '../../src/options/Settings';
import type { TenantCheck } from '../../src/storage/tenant-check';
import { type Kept, keptSettings } from './kept-settings';

export const contoso: Configuration = {
  cloud: 'global',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
};
export const fabrikam: Configuration = {
  cloud: 'us-gov-l4',
  tenant: 'fabrikam.example',
  clientId: '00000000-0000-4000-8000-00000000000f',
};
/** The page over settings that are kept as `settingsIn` would show them. */
export function aPage(given: Kept, { isSignedIn = false } = {}) {
  const saved: Configuration[] = [];
  let kept = given;
  let isFull = false;
  let check: TenantCheck | null = null;
  let questions = 0;
  const onSave = (chosen: Configuration) => {
    if (isFull) return Promise.reject(new Error('quota exceeded'));
    saved.push(chosen);
    arrive({ own: chosen, elsewhere: chosen });
    return Promise.resolve();
  };
  const onCheck: SettingsProps['onCheck'] = (place) => {
    if (isFull) return Promise.reject(new Error('quota exceeded'));
    questions += 1;
    check = { ...place, askedAtMs: questions, answer: null };
    rerender(page());
    return Promise.resolve(questions);
  };
  const page = () => (
    <Settings
      settings={keptSettings(kept)}
      redirectUri="https://it.example/"
      check={check}
      isSignedIn={isSignedIn}
      onSave={onSave}
      onCheck={onCheck}
    />
  );
  const { rerender } = render(page());
  function arrive(news: Kept): void {
    kept = { ...kept, ...news };
    rerender(page());
  }
  return {
    saved,
    arrive,
    asked: () => check && { cloud: check.cloud, tenant: check.tenant },
    /** The worker's answer to the last question. */
    answer: async (answer: TenantAnswer) => {
      await screen.findByText('Asking Microsoft about the tenant…');
      if (check) check = { ...check, answer };
      rerender(page());
    },
    /** What another page of the same browser asked and learned. */
    knowCheck: (known: TenantCheck) => {
      check = known;
      rerender(page());
    },
    fillStorage: () => {
      isFull = true;
    },
  };
}

export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
export const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
export const shown = () => [
  field('Microsoft cloud').value,
  field('Tenant').value,
  field('Application (client) ID').value,
];
export const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);
export const NO_TENANT = 'Enter the directory’s ID (a GUID) or one of its domains.';
