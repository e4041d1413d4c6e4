import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkTenant } from '../../src/identity/check-tenant';
import type { CloudName } from '../../src/identity/clouds';
import { readTenantAnswer, type TenantAnswer } from '../../src/identity/tenant-answer';
import { html, json, refusal, TENANT } from './fake-directory';

const GLOBAL = 'https://login.microsoftonline.com';

/** What Entra publishes of a directory, as far as it matters here. */
function published(about: Record<string, unknown> = {}, origin = GLOBAL): Response {
  return json(200, {
    issuer: `${origin}/${TENANT}/v2.0`,
    cloud_instance_name: 'microsoftonline.com',
    ...about,
  });
}

async function check(answer: Response | Error, cloud: CloudName = 'global', tenant = 'contoso.com') {
  const asked: string[] = [];
  const fetch = (url: string) => {
    asked.push(url);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const given = await checkTenant({ cloud, tenant }, fetch, Date.now);
  return { given, asked };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('checkTenant', () => {
  it.each<[CloudName, string]>([
    ['global', GLOBAL],
    ['us-gov-l4', 'https://login.microsoftonline.us'],
    ['us-gov-dod', 'https://login.microsoftonline.us'],
    ['china', 'https://login.partner.microsoftonline.cn'],
  ])('asks the login host of the cloud %s, once', async (cloud, origin) => {
    const { asked } = await check(json(404, {}), cloud);
    expect(asked).toEqual([`${origin}/contoso.com/v2.0/.well-known/openid-configuration`]);
  });

  it('finds the id and the region behind a domain', async () => {
    const { given } = await check(published({ tenant_region_scope: 'EU' }));
    expect(given).toEqual({ outcome: 'found', tenantId: TENANT, region: 'EU' });
  });

  it.each([undefined, null, 7, 'Europe, they say', 'eu', '<b>'])(
    'names no region where the answer says %j',
    async (tenant_region_scope) => {
      const { given } = await check(published({ tenant_region_scope }));
      expect(given).toEqual({ outcome: 'found', tenantId: TENANT, region: null });
    },
  );

  it.each<[string, CloudName, Record<string, unknown>, CloudName]>([
    ['the government', 'global', { cloud_instance_name: 'microsoftonline.us' }, 'us-gov-l4'],
    ['GCC High', 'global', { tenant_region_sub_scope: 'DODCON' }, 'us-gov-l4'],
    ['DoD', 'us-gov-l4', { tenant_region_sub_scope: 'DOD' }, 'us-gov-dod'],
    ['GCC High, asked as DoD', 'us-gov-dod', { tenant_region_sub_scope: 'DODCON' }, 'us-gov-l4'],
    ['China', 'global', { cloud_instance_name: 'partner.microsoftonline.cn' }, 'china'],
    ['everybody', 'us-gov-l4', { cloud_instance_name: 'microsoftonline.com' }, 'global'],
  ])('tells that a tenant is one of %s', async (_, asked, about, cloud) => {
    const { given } = await check(published(about), asked);
    expect(given).toEqual({ outcome: 'other-cloud', cloud });
  });

  it('leaves a tenant of GCC, and one of an instance that nobody knows, where they are', async () => {
    const gcc = await check(published({ tenant_region_sub_scope: 'GCC' }));
    const other = await check(published({ cloud_instance_name: 'microsoftonline.mars' }));
    expect([gcc.given.outcome, other.given.outcome]).toEqual(['found', 'found']);
  });

  const answers: [string, Response | Error, TenantAnswer][] = [
    ['no such tenant', refusal('invalid_tenant', 'AADSTS90002: Tenant not found.'), { outcome: 'unknown' }],
    [
      'a tenant of another cloud without saying which',
      refusal('invalid_request', 'AADSTS90038: belongs to the National Cloud'),
      { outcome: 'other-cloud', cloud: null },
    ],
    ['a network error', new TypeError('Failed to fetch'), { outcome: 'offline' }],
    ['a page of a proxy', html(200), { outcome: 'unavailable' }],
    ['a page of a gateway', html(502), { outcome: 'unavailable' }],
    ['an overloaded service', refusal('temporarily_unavailable', '', 503), { outcome: 'unavailable' }],
    ['too many questions', refusal('invalid_request', '', 429), { outcome: 'unavailable' }],
    ['no issuer', json(200, {}), { outcome: 'unavailable' }],
    ['an issuer elsewhere', published({}, 'https://login.evil.example'), { outcome: 'unavailable' }],
    [
      'the issuer of everybody',
      json(200, { issuer: `${GLOBAL}/{tenantid}/v2.0` }),
      { outcome: 'unavailable' },
    ],
  ];
  it.each(answers)('understands %s', async (_, answer, outcome) => {
    expect((await check(answer)).given).toEqual(outcome);
  });

  it('tells a host that does not answer in time from one that cannot be reached', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const { given } = await check(new DOMException('The operation timed out', 'TimeoutError'));
    expect(given).toEqual({ outcome: 'late' });
    expect(timeout).toHaveBeenCalledWith(15_000);
  });
});

describe('readTenantAnswer', () => {
  it.each<TenantAnswer>([
    { outcome: 'found', tenantId: TENANT, region: 'EU' },
    { outcome: 'found', tenantId: TENANT, region: null },
    { outcome: 'other-cloud', cloud: 'china' },
    { outcome: 'other-cloud', cloud: null },
    { outcome: 'late' },
  ])('reads what was stored: %j', (answer) => {
    expect(readTenantAnswer(answer)).toEqual(answer);
  });

  it.each([
    { outcome: 'found', tenantId: 'contoso', region: null },
    { outcome: 'found', tenantId: TENANT, region: 'Europe, they say' },
    { outcome: 'other-cloud', cloud: 'mars' },
    { outcome: 'lost' },
    null,
  ])('reads nothing from %j', (answer) => {
    expect(readTenantAnswer(answer)).toBeUndefined();
  });
});
