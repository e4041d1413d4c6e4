import { type Configuration, defaultConfiguration } from '../identity/configuration';
import { policy, settings, settingsElsewhere } from './registration-keys';
import { readStored, type StorageRecord } from './stored';

/** Who can say with which registration to sign in: of each part the first of them counts that says it. */
export type Source = 'policy' | 'own' | 'elsewhere' | 'build';

/** What counts, and who says it; null where nobody does. */
export type Said<T> = { readonly value: T; readonly by: Source } | null;

/** Each part of a registration as it counts. */
export type SaidParts = { readonly [Name in keyof Configuration]: Said<Configuration[Name]> };

type Saying = { readonly [Name in keyof Configuration]?: Configuration[Name] | null };

/**
 * The parts of the registration with which people sign in, out of what `storage.local` holds. What the organisation
 * prescribes goes before the person's own settings, those before the settings of their other browsers, the build's
 * come last.
 */
export function partsInForce(record: StorageRecord): SaidParts {
  const sayings: readonly (readonly [Source, Saying | null])[] = [
    ['policy', readStored(record, policy)],
    ['own', readStored(record, settings)],
    ['elsewhere', readStored(record, settingsElsewhere)],
    ['build', defaultConfiguration()],
    ['build', { clientId: __DEFAULT_CLIENT_ID__ }],
  ];
  const first = <T>(part: (saying: Saying) => T | null | undefined): Said<T> => {
    for (const [by, saying] of sayings) {
      const value = (saying && part(saying)) ?? null;
      if (value !== null) return { value, by };
    }
    return null;
  };
  return {
    cloud: first(({ cloud }) => cloud),
    tenant: first(({ tenant }) => tenant),
    clientId: first(({ clientId }) => clientId),
  };
}

/** With which registration people sign in; null where nobody has named one. */
export function configurationInForce(record: StorageRecord): Configuration | null {
  const { cloud, tenant, clientId } = partsInForce(record);
  if (tenant === null || clientId === null) return null;
  return { cloud: cloud?.value ?? 'global', tenant: tenant.value, clientId: clientId.value };
}
