// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TenantAnswer } from '../../src/identity/tenant-answer';
import { alerts, aPage, contoso, field, NO_TENANT, press, shown, type } from './settings-harness';

afterEach(cleanup);

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
    const { answer } = aPage({ own: contoso, policy: { cloud: 'global' } });
    press('Check');
    await answer({ outcome: 'other-cloud', cloud: 'us-gov-dod' });
    await screen.findByText(/another cloud/);
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
  });

  it.each<[TenantAnswer['outcome'], string]>([
    ['unknown', 'This cloud knows no such tenant. Look for a slip in it, or choose another cloud.'],
    ['offline', 'Microsoft cannot be reached. Check your connection, then try again.'],
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
