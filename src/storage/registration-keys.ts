import { type Configuration, readConfiguration } from '../identity/configuration';
import { POLICY_KEY } from './catalogue';
import { type Policy, readPolicy } from './policy';
import type { Single } from './stored';

/** With which registration people sign in, and who says so: kept away from the popup's list, which has to open fast. */

/** The person's own choice of registration; absent: they made none. Shared by `storage.sync`, too. */
export const settings: Single<Configuration> = {
  key: 'settings',
  version: 1,
  read: readConfiguration,
  onSignOut: 'keep',
};

/** What the person chose last in another of their browsers; absent: nothing has arrived. */
export const settingsElsewhere: Single<Configuration> = { ...settings, key: 'settings-elsewhere' };

/**
 * With what whoever is signed in has signed in: their tokens are of that registration, whatever is chosen or arrives
 * meanwhile. Absent: nobody is signed in.
 */
export const registrationInUse: Single<Configuration> = {
  key: 'registration-in-use',
  version: 1,
  read: readConfiguration,
  onSignOut: 'wipe',
};

/** What the organisation prescribes, as the browser told it last; absent: nothing. */
export const policy: Single<Policy> = { key: POLICY_KEY, version: 1, read: readPolicy, onSignOut: 'keep' };
