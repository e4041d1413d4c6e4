// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/identity/configuration';
import { Settings } from '../../src/options/Settings';
import { NO_POLICY } from '../../src/storage/policy';
import type { KeptSettings } from '../../src/storage/settings';

const contoso: Configuration = {
  cloud: 'global',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
};
const fabrikam: Configuration = {
  cloud: 'us-gov-l4',
  tenant: 'fabrikam.example',
  clientId: '00000000-0000-4000-8000-00000000000f',
};
const NOTE =
  'Your other browsers use another registration: fabrikam.example · 00000000-0000-4000-8000-00000000000f ' +
  '(US Government (GCC High)).';

/** The page over settings that are kept as `watchSettings` would show them. */
function aPage(kept: Partial<KeptSettings>) {
  const saved: Configuration[] = [];
  let settings: KeptSettings = { own: null, elsewhere: null, policy: NO_POLICY, inForce: null };
  let isFull = false;
  const onSave = (chosen: Configuration) => {
    if (isFull) return Promise.reject(new Error('quota exceeded'));
    saved.push(chosen);
    arrive({ own: chosen, elsewhere: chosen });
    return Promise.resolve();
  };
  const page = () => (
    <Settings settings={settings} builtInClientId="" redirectUri="https://it.example/" onSave={onSave} />
  );
  function know(news: Partial<KeptSettings>): void {
    const { own, elsewhere, policy } = { ...settings, ...news };
    settings = { own, elsewhere, policy, inForce: own ?? elsewhere };
  }
  know(kept);
  const { rerender } = render(page());
  function arrive(news: Partial<KeptSettings>): void {
    know(news);
    rerender(page());
  }
  return {
    saved,
    arrive,
    fillStorage: () => {
      isFull = true;
    },
  };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const shown = () => [
  field('Microsoft cloud').value,
  field('Tenant').value,
  field('Application (client) ID').value,
];
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const note = () => screen.queryByText(NOTE);
const isFromElsewhere = () => screen.queryByText('From your other browsers.') !== null;

afterEach(cleanup);

describe('the settings of the person’s other browsers', () => {
  it('are in the form where nothing was saved here, and said to be theirs', () => {
    aPage({ elsewhere: fabrikam });
    expect(shown()).toEqual(Object.values(fabrikam));
    expect([isFromElsewhere(), note()]).toEqual([true, null]);
  });

  it('arrive in a form that nobody has touched', () => {
    const { arrive } = aPage({});
    arrive({ elsewhere: contoso });
    expect(shown()).toEqual(Object.values(contoso));
    arrive({ elsewhere: fabrikam });
    expect(shown()).toEqual(Object.values(fabrikam));
  });

  it('leave alone what the person is typing, and are offered', () => {
    const { arrive } = aPage({});
    type('Tenant', 'con');
    arrive({ elsewhere: fabrikam });
    expect(shown()).toEqual(['global', 'con', '']);
    expect([isFromElsewhere(), note() !== null]).toEqual([false, true]);
  });

  it('are offered again, in words for screen readers, where the person types over them', () => {
    aPage({ elsewhere: fabrikam });
    type('Tenant', 'contoso.example');
    expect([isFromElsewhere(), note() !== null]).toEqual([false, true]);
    expect(note()?.closest('[role=status]')).not.toBeNull();
    expect(shown()).toEqual([fabrikam.cloud, 'contoso.example', fabrikam.clientId]);
    type('Tenant', fabrikam.tenant);
    expect([isFromElsewhere(), note()]).toEqual([true, null]);
  });

  it('are not spoken of where they are the same', () => {
    aPage({ own: contoso, elsewhere: contoso });
    expect([isFromElsewhere(), note()]).toEqual([false, null]);
  });

  it('do not replace the choice of this one, but can be taken over by one press', async () => {
    const { arrive, saved } = aPage({ own: contoso, elsewhere: contoso });
    arrive({ elsewhere: fabrikam });
    expect(shown()).toEqual(Object.values(contoso));
    expect(note()).not.toBeNull();
    const use = screen.getByRole('button', { name: 'Use theirs' });
    use.focus();
    fireEvent.click(use);
    await screen.findByText(/^Saved\./);
    expect(saved).toEqual([fabrikam]);
    expect(shown()).toEqual(Object.values(fabrikam));
    expect(note()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  });

  it('are still offered where they could not be saved', async () => {
    const { fillStorage } = aPage({ own: contoso, elsewhere: fabrikam });
    fillStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Use theirs' }));
    await screen.findByText(/could not be saved/);
    expect(note()).not.toBeNull();
  });
});

it('saves what was typed in lower case, and shows it from then on', async () => {
  const { saved } = aPage({ own: contoso, elsewhere: contoso });
  fireEvent.change(field('Microsoft cloud'), { target: { value: 'us-gov-l4' } });
  type('Tenant', ' Fabrikam.example ');
  type('Application (client) ID', fabrikam.clientId.toUpperCase());
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/^Saved\./);
  expect(saved).toEqual([fabrikam]);
  expect(note()).toBeNull();
});
