import { describe, expect, it } from 'vitest';
import managedSchema from '../../src/static/managed-schema.json' with { type: 'json' };
import { cloudNames } from '../../src/identity/clouds';
import { defaultConfiguration } from '../../src/identity/configuration';
import { OFFERED_AUDIENCES } from '../../src/languages/offered-audiences';
import { configurationInForce } from '../../src/storage/configuration-in-force';
import { NO_POLICY, readPolicy } from '../../src/storage/policy';
import { policy, settings } from '../../src/storage/registration-keys';
import { readStored, toRecord } from '../../src/storage/stored';

const TENANT = '11111111-2222-4333-8444-555555555555';
const CLIENT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const whole = {
  cloud: 'us-gov-l4',
  tenant: TENANT,
  clientId: CLIENT,
  defaultAudience: 'me',
  lockAudience: true,
  displayNameLanguage: 'pt-BR',
} as const;

describe('a policy', () => {
  it('is read part by part, and a part that cannot be read is named', () => {
    expect(readPolicy(whole)).toEqual({ ...whole, refused: [] });
    expect(readPolicy({ ...whole, tenant: 'common', lockAudience: 'yes', other: 1 })).toEqual({
      ...whole,
      tenant: null,
      lockAudience: null,
      refused: ['tenant', 'lockAudience'],
    });
    expect(readPolicy({ displayNameLanguage: 'deutsch' })?.refused).toEqual(['displayNameLanguage']);
    expect(readPolicy({ tenant: ' Contoso.Example ', clientId: CLIENT.toUpperCase() })).toEqual({
      ...NO_POLICY,
      tenant: 'contoso.example',
      clientId: CLIENT,
    });
  });

  it.each([
    ['nothing', null],
    ['a list', [whole]],
    ['text', 'contoso'],
  ])('is none where it is %s', (_, given: unknown) => {
    expect(readPolicy(given)).toBeUndefined();
  });

  it('is kept with the parts that were refused', () => {
    const given = readPolicy({ ...whole, cloud: 'mars' }) ?? NO_POLICY;
    expect(readStored(toRecord(policy, given), policy)).toEqual(given);
    expect(given.refused).toEqual(['cloud']);
  });

  it('has the parts that its schema tells the browser, with the same words', () => {
    const { properties } = managedSchema;
    expect(Object.keys(properties)).toEqual(Object.keys(NO_POLICY).filter((name) => name !== 'refused'));
    // Chromium drops what is not of the schema's words, and nobody is told: any text gets through, to be named here.
    for (const name of ['cloud', 'defaultAudience'] as const) {
      expect(Object.keys(properties[name])).toEqual(['title', 'description', 'type']);
    }
    for (const cloud of cloudNames.filter((each) => each !== 'local')) {
      expect(properties.cloud.description).toContain(cloud);
      expect(readPolicy({ cloud })?.cloud).toBe(cloud);
    }
    for (const audience of OFFERED_AUDIENCES) {
      expect(properties.defaultAudience.description).toContain(audience);
      expect(readPolicy({ defaultAudience: audience })?.defaultAudience).toBe(audience);
    }
  });
});

describe('the registration in force', () => {
  const own = { cloud: 'china', tenant: 'fabrikam.example', clientId: TENANT } as const;
  const inForce = (given: object) =>
    configurationInForce({ ...toRecord(settings, own), ...toRecord(policy, { ...NO_POLICY, ...given }) });

  it('is the prescribed one, part by part, before what the person chose', () => {
    expect(inForce(whole)).toEqual({ cloud: 'us-gov-l4', tenant: TENANT, clientId: CLIENT });
    expect(inForce({ tenant: TENANT })).toEqual({ ...own, tenant: TENANT });
    expect(inForce({})).toEqual(own);
  });

  it('needs nothing of the person where all is prescribed', () => {
    const alone = toRecord(policy, { ...NO_POLICY, tenant: TENANT, clientId: CLIENT });
    const cloud = defaultConfiguration()?.cloud;
    expect(configurationInForce(alone)).toEqual({ cloud, tenant: TENANT, clientId: CLIENT });
  });
});
