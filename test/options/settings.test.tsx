// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Configuration } from '../../src/identity/configuration';
import { Settings, type SettingsProps } from '../../src/options/Settings';
import { NO_POLICY } from '../../src/storage/policy';
import type { KeptSettings } from '../../src/storage/settings';
import type { TenantCheck } from '../../src/storage/tenant-check';
import type { TenantAnswer } from '../../src/identity/tenant-answer';

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

/** The page over settings that are kept as `settingsIn` would show them. */
function aPage(kept: Partial<KeptSettings>) {
  const saved: Configuration[] = [];
  let settings: KeptSettings = { own: null, elsewhere: null, policy: NO_POLICY, inForce: null };
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
      settings={settings}
      builtInClientId=""
      redirectUri="https://it.example/"
      check={check}
      onSave={onSave}
      onCheck={onCheck}
    />
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

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const leave = (label: string) => fireEvent.blur(field(label));
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);
const NO_TENANT = 'Enter the directory’s ID (a GUID) or one of its domains.';
const NO_CLIENT_ID = 'Enter the application’s ID: 32 hexadecimal digits in five groups.';
const CLIENT = 'Application (client) ID';

describe('what is typed', () => {
  it('is called wrong when the field is left, and not again while it is mended', () => {
    aPage({});
    type('Tenant', 'contoso');
    type(CLIENT, '00000000-');
    expect(alerts()).toEqual([]);
    leave('Tenant');
    leave(CLIENT);
    expect(alerts()).toEqual([NO_TENANT, NO_CLIENT_ID]);
    type('Tenant', 'contoso.');
    expect(alerts()).toEqual([NO_CLIENT_ID]);
  });

  it('is called wrong at once where nothing can mend it', () => {
    aPage({});
    type(CLIENT, 'Profile');
    expect(alerts()).toEqual([NO_CLIENT_ID]);
    expect(field(CLIENT).getAttribute('aria-invalid')).toBe('true');
  });

  it('is not called wrong where nothing was typed and the field is only passed', () => {
    aPage({});
    leave('Tenant');
    expect(alerts()).toEqual([]);
  });

  it('stays as it was typed where nobody can understand it', () => {
    aPage({});
    type('Tenant', ' Contoso GmbH ');
    leave('Tenant');
    press('Save');
    expect(field('Tenant').value).toBe(' Contoso GmbH ');
  });

  it('is shown as it is understood, and stands like that in a field that was left', () => {
    aPage({});
    const pasted = 'https://login.microsoftonline.com/Contoso.example/oauth2/v2.0/authorize';
    type('Tenant', pasted);
    expect(field('Tenant').value).toBe(pasted);
    screen.getByText('Understood as contoso.example');
    leave('Tenant');
    expect(field('Tenant').value).toBe('contoso.example');
    expect(screen.queryByText(/^Understood/)).toBeNull();
  });

  it('is refused with the reason where it stands for many directories', () => {
    aPage({});
    type('Tenant', 'common');
    expect(alerts()).toEqual([]);
    leave('Tenant');
    expect(alerts()).toEqual([expect.stringContaining('stand for many directories')]);
  });

  it('is saved as it is understood', async () => {
    const { saved } = aPage({});
    type('Tenant', 'ada@contoso.example');
    type(CLIENT, `{${contoso.clientId.toUpperCase()}}`);
    press('Save');
    await screen.findByText(/^Saved\./);
    expect(saved).toEqual([contoso]);
    expect(shown()).toEqual(Object.values(contoso));
  });

  it('leads to the first field that is wrong where it cannot be saved, empty ones too', () => {
    const { saved } = aPage({});
    type('Tenant', 'contoso.example');
    press('Save');
    expect([saved, alerts()]).toEqual([[], [NO_CLIENT_ID]]);
    expect(document.activeElement).toBe(field(CLIENT));
  });
});

describe('the check of the tenant', () => {
  const found = { outcome: 'found', tenantId: '00000000-0000-4000-8000-0000000000aa', region: 'EU' } as const;

  it('comes by itself after what was saved', async () => {
    const { asked, answer } = aPage({ own: contoso });
    press('Save');
    await answer(found);
    await screen.findByText(`Microsoft knows this tenant. Its ID: ${found.tenantId} (region EU)`);
    expect(asked()).toEqual({ cloud: 'global', tenant: 'contoso.example' });
  });

  it('is about what is typed, saved or not, and not spoken of any more when that changes', async () => {
    const { saved, asked, answer } = aPage({ own: contoso });
    type('Tenant', found.tenantId.toUpperCase());
    press('Check');
    await answer(found);
    await screen.findByText('Microsoft knows this tenant.');
    expect([saved, asked()]).toEqual([[], { cloud: 'global', tenant: found.tenantId }]);
    type('Tenant', 'fabrikam.example');
    expect(screen.queryByText(/^Microsoft knows/)).toBeNull();
  });

  it('asks about nothing that is no tenant', () => {
    const { asked } = aPage({});
    press('Check');
    expect([asked(), alerts()]).toEqual([null, [NO_TENANT]]);
    expect(document.activeElement).toBe(field('Tenant'));
  });

  it('offers the cloud that the tenant belongs to', async () => {
    const { answer } = aPage({ own: contoso });
    press('Check');
    await answer({ outcome: 'other-cloud', cloud: 'us-gov-dod' });
    await screen.findByText('This tenant belongs to another cloud: US Government (DoD).');
    press('Use US Government (DoD)');
    expect(shown()).toEqual(['us-gov-dod', contoso.tenant, contoso.clientId]);
    expect(screen.queryByText(/another cloud/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  });

  it('offers no other cloud where the organisation has set it', async () => {
    const { answer } = aPage({ own: contoso, policy: { ...NO_POLICY, cloud: 'global' } });
    press('Check');
    await answer({ outcome: 'other-cloud', cloud: 'us-gov-dod' });
    await screen.findByText(/another cloud/);
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
  });

  it.each<[TenantAnswer['outcome'], string]>([
    ['unknown', 'This cloud knows no such tenant. Look for a slip in it, or choose another cloud.'],
    ['offline', 'You are offline. Connect and try again.'],
    ['late', 'No answer within 15 seconds. Check the connection, then try again.'],
    ['unavailable', 'Microsoft cannot answer at the moment. Try again in a few minutes.'],
  ])('has words for the answer %s', async (outcome, words) => {
    const { answer } = aPage({ own: contoso });
    press('Check');
    await answer({ outcome } as TenantAnswer);
    await screen.findByText(words);
  });

  it('says so where the question could not even be stored', async () => {
    const { fillStorage } = aPage({ own: contoso });
    fillStorage();
    press('Check');
    await screen.findByText(/^That did not work just now/);
  });

  it('says nothing of what another page has asked, or this one long ago', () => {
    const { knowCheck } = aPage({ own: contoso });
    knowCheck({ cloud: 'global', tenant: contoso.tenant, askedAtMs: 1, answer: found });
    expect(screen.queryByText(/^Microsoft knows/)).toBeNull();
  });

  it('waits no longer than a worker can need', async () => {
    vi.useFakeTimers();
    aPage({ own: contoso });
    press('Check');
    await vi.advanceTimersByTimeAsync(19_000);
    screen.getByText('Asking Microsoft about the tenant…');
    await vi.advanceTimersByTimeAsync(2_000);
    screen.getByText(/^No answer within 15 seconds/);
    vi.useRealTimers();
  });
});

describe('the three steps of an administrator', () => {
  it.each([
    ['open where nothing is set up yet', {}, [true]],
    ['closed where it is', { own: contoso, inForce: contoso }, [false]],
    [
      'not there where the organisation has set everything',
      { policy: { ...NO_POLICY, ...contoso }, inForce: contoso },
      [],
    ],
  ])('are %s', (_, kept, open) => {
    aPage(kept);
    const steps = [...document.querySelectorAll('details')];
    expect(steps.map((each) => each.open)).toEqual(open);
    for (const each of steps)
      expect(each.textContent).toContain('User.ReadWrite, openid, profile, offline_access');
  });
});
