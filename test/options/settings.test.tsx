// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alerts, aPage, contoso, fabrikam, field, NO_TENANT, press, shown, type } from './settings-harness';

const NOTE =
  'Your other browsers use another registration: fabrikam.example · 00000000-0000-4000-8000-00000000000f ' +
  '(US Government (GCC High)).';

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

const leave = (label: string) => fireEvent.blur(field(label));
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

  it.each([
    [false, 'Saved. Open Profile Languages from the toolbar and sign in.'],
    [true, 'Saved. This counts from the next sign-in on.'],
  ])('is said to be saved, and what comes next, where isSignedIn is %s', async (isSignedIn, words) => {
    aPage({ own: contoso }, { isSignedIn });
    press('Save');
    expect((await screen.findByText(/^Saved\./)).textContent).toBe(words);
  });

  it('leads to the first field that is wrong where it cannot be saved, empty ones too', () => {
    const { saved } = aPage({});
    type('Tenant', 'contoso.example');
    press('Save');
    expect([saved, alerts()]).toEqual([[], [NO_CLIENT_ID]]);
    expect(document.activeElement).toBe(field(CLIENT));
  });
});

describe('what the organisation prescribes', () => {
  it('cannot be changed, counts before all else, and leaves the rest to the person', async () => {
    const { saved } = aPage({ own: contoso, policy: { tenant: fabrikam.tenant, refused: ['cloud'] } });
    expect(shown()).toEqual([contoso.cloud, fabrikam.tenant, contoso.clientId]);
    expect([field('Tenant').disabled, field(CLIENT).disabled]).toEqual([true, false]);
    screen.getByText(/cloud/, { selector: 'form > p' });
    type(CLIENT, fabrikam.clientId);
    press('Save');
    await screen.findByText(/^Saved\./);
    expect(saved).toEqual([{ ...contoso, tenant: fabrikam.tenant, clientId: fabrikam.clientId }]);
  });

  it('is told where it is about languages, too', () => {
    aPage({ policy: { defaultAudience: 'organization', lockAudience: true, displayNameLanguage: 'de' } });
    const facts = [...document.querySelectorAll('form ul li')].map(({ textContent }) => textContent);
    expect(facts).toEqual([
      'Who sees a language that is added: Everyone in my organisation',
      'Who sees a language cannot be chosen',
      'Language of the names on profiles: German',
    ]);
  });

  it('leaves nothing to save where it is everything', () => {
    aPage({ own: contoso, policy: fabrikam });
    expect(shown()).toEqual(Object.values(fabrikam));
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('arrives in a form that somebody is typing in', () => {
    const { arrive } = aPage({});
    type('Tenant', 'contoso.example');
    arrive({ policy: { tenant: fabrikam.tenant } });
    expect(shown()).toEqual(['global', fabrikam.tenant, '']);
    arrive({ policy: {} });
    expect(shown()).toEqual(['global', 'contoso.example', '']);
  });

  it('takes back, when it is everything, that something of the person was saved', async () => {
    const { arrive } = aPage({ own: contoso });
    press('Save');
    await screen.findByText(/^Saved\./);
    arrive({ policy: fabrikam });
    expect(screen.queryByText(/^Saved\./)).toBeNull();
  });

  it('leaves, when it goes, a field that nobody has left and nothing is wrong with', () => {
    const { arrive } = aPage({ policy: { tenant: fabrikam.tenant } });
    press('Check');
    arrive({ policy: {} });
    expect([shown()[1], alerts()]).toEqual(['', []]);
  });
});

it('the client id of the build is in the form where nobody chose another', () => {
  vi.stubGlobal('__DEFAULT_CLIENT_ID__', contoso.clientId);
  aPage({});
  expect(shown()).toEqual(['global', '', contoso.clientId]);
  vi.stubGlobal('__DEFAULT_CLIENT_ID__', null);
});

describe('the three steps of an administrator', () => {
  it.each([
    ['open where nothing is set up yet', {}, [true]],
    ['closed where it is', { own: contoso }, [false]],
    ['not there where the organisation has set everything', { policy: contoso }, []],
  ])('are %s', (_, kept, open) => {
    aPage(kept);
    const steps = [...document.querySelectorAll('details')];
    expect(steps.map((each) => each.open)).toEqual(open);
    for (const each of steps)
      expect(each.textContent).toContain('User.ReadWrite, openid, profile, offline_access');
  });
});
