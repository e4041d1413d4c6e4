import { describe, expect, it } from 'vitest';
import { cloudNames, clouds, findCloud } from '../../src/identity/clouds';
import {
  defaultConfiguration,
  isClientId,
  isTenant,
  readConfiguration,
} from '../../src/identity/configuration';
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

describe('isClientId', () => {
  it('takes a GUID and nothing else', () => {
    expect(isClientId(CLIENT)).toBe(true);
    expect(isClientId(`${CLIENT}0`)).toBe(false);
    expect(isClientId(`${CLIENT}\n`)).toBe(false);
    expect(isClientId('profile-languages')).toBe(false);
  });
});

describe('readConfiguration', () => {
  it('takes a whole configuration, and writes ids lower-case', () => {
    const typed = { cloud: 'china', tenant: 'Contoso.CN', clientId: CLIENT.toUpperCase() };
    expect(readConfiguration(typed)).toEqual({ cloud: 'china', tenant: 'contoso.cn', clientId: CLIENT });
  });

  it('means the global cloud where none is named', () => {
    expect(readConfiguration({ tenant: TENANT, clientId: CLIENT })).toEqual(aConfiguration);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty policy', {}],
    ['an unknown cloud', { ...aConfiguration, cloud: 'toString' }],
    ['an address as a cloud', { ...aConfiguration, cloud: 'https://login.evil.example' }],
    ['a tenant of everybody', { ...aConfiguration, tenant: 'common' }],
    ['a client id that is none', { ...aConfiguration, clientId: 'x' }],
    ['no client id in a build without one', { tenant: TENANT }],
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
