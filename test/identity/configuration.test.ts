import { describe, expect, it } from 'vitest';
import { cloudNames, clouds, findCloud } from '../../src/identity/clouds';
import { defaultConfiguration, isTenant, readConfiguration } from '../../src/identity/configuration';
import { isGuid } from '../../src/identity/guid';
import { aConfiguration, CLIENT, TENANT } from './fake-directory';

describe('findCloud', () => {
  it.each(['toString', '__proto__', 'constructor', 'Global', '', 'https://login.evil.example'])(
    'knows no cloud %j',
    (name) => {
      expect(findCloud(name)).toBeUndefined();
    },
  );

  it('names Microsoft hosts over https, and the emulator', () => {
    expect(cloudNames).toEqual(['global', 'us-gov-l4', 'us-gov-dod', 'china', 'local']);
    for (const [name, { loginOrigin, graphOrigin }] of Object.entries(clouds)) {
      expect(new URL(loginOrigin).origin).toBe(loginOrigin);
      expect(new URL(graphOrigin).origin).toBe(graphOrigin);
      if (name !== 'local') expect(`${loginOrigin} ${graphOrigin}`).toMatch(/^https:\S+ https:\S+$/);
    }
  });
});

describe('isTenant', () => {
  it.each([
    TENANT,
    TENANT.toUpperCase(),
    'contoso.com',
    'contoso.onmicrosoft.com',
    'a-b.co.uk',
    'x.xn--p1ai',
  ])('takes %s', (tenant) => {
    expect(isTenant(tenant)).toBe(true);
  });

  it.each([
    'common', // names everybody's directory, so nobody's
    'organizations',
    'consumers',
    '',
    ' contoso.com',
    'contoso.com/..',
    'contoso.com?x',
    'contoso.com#x',
    'contoso..com',
    '-contoso.com',
    '127.0.0.1',
    'https://contoso.com',
    `{${TENANT}}`,
    `${'a'.repeat(64)}.com`,
    `${'abcdefg.'.repeat(40)}com`,
  ])('refuses %j', (tenant) => {
    expect(isTenant(tenant)).toBe(false);
  });
});

describe('isGuid', () => {
  it('takes a GUID and nothing else', () => {
    expect(isGuid(CLIENT)).toBe(true);
    expect(isGuid(`${CLIENT}0`)).toBe(false);
    expect(isGuid(`${CLIENT}\n`)).toBe(false);
    expect(isGuid('profile-languages')).toBe(false);
  });
});

describe('readConfiguration', () => {
  it('takes a whole configuration, and writes ids lower-case', () => {
    const typed = { cloud: 'china', tenant: 'Contoso.CN', clientId: CLIENT.toUpperCase() };
    expect(readConfiguration(typed)).toEqual({ cloud: 'china', tenant: 'contoso.cn', clientId: CLIENT });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a part of one', { tenant: TENANT, clientId: CLIENT }],
    ['an unknown cloud', { ...aConfiguration, cloud: 'toString' }],
    ['an address as a cloud', { ...aConfiguration, cloud: 'https://login.evil.example' }],
    ['a tenant of everybody', { ...aConfiguration, tenant: 'common' }],
    ['a client id that is none', { ...aConfiguration, clientId: 'x' }],
  ])('reads %s as none', (_, value) => {
    expect(readConfiguration(value)).toBeUndefined();
  });
});

describe('defaultConfiguration', () => {
  it('is the emulator in a local build', () => {
    const configuration = defaultConfiguration();
    expect(configuration?.cloud).toBe('local');
    expect(readConfiguration(configuration)).toEqual(configuration);
  });
});
