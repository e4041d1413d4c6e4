import { browser } from '../browser';
import { cloudNames } from '../identity/clouds';
import { type Configuration, isTenant } from '../identity/configuration';
import { readTenantAnswer, type TenantAnswer } from '../identity/tenant-answer';
import { milliseconds, nullable, oneOf, shape, textThat } from '../shape';
import { type Single, toRecord } from './stored';

/** The question of the settings page whether a cloud knows a tenant, and what the worker learned. */
export interface TenantCheck extends Pick<Configuration, 'cloud' | 'tenant'> {
  /** Epoch milliseconds. */
  readonly askedAtMs: number;
  /** Null until there is one. */
  readonly answer: TenantAnswer | null;
}

/** The last {@link TenantCheck}; absent: nobody has asked. */
export const tenantCheck: Single<TenantCheck> = {
  key: 'tenant-check',
  version: 1,
  read: shape({
    cloud: oneOf(...cloudNames),
    tenant: textThat(isTenant),
    askedAtMs: milliseconds,
    answer: nullable(readTenantAnswer),
  }),
  onSignOut: 'wipe',
};

/** Asks; the worker sees it in storage and stores its answer there. Rejects where the question could not be stored. */
export async function askTenantCheck(
  { cloud, tenant }: Pick<Configuration, 'cloud' | 'tenant'>,
  askedAtMs: number,
): Promise<void> {
  await browser.storage.local.set(toRecord(tenantCheck, { cloud, tenant, askedAtMs, answer: null }));
}
