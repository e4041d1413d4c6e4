import { vi } from 'vitest';
import type { Configuration } from '../../src/identity/configuration';
import { NO_POLICY, type Policy } from '../../src/storage/policy';
import { policy, settings, settingsElsewhere } from '../../src/storage/registration-keys';
import { type KeptSettings, settingsIn } from '../../src/storage/settings';
import { toRecord } from '../../src/storage/stored';

// As in a build for Microsoft's clouds: there nobody signs in without settings.
vi.stubGlobal('__LOCAL__', null);

/** What is stored of the settings. */
export interface Kept {
  readonly own?: Configuration | null;
  readonly elsewhere?: Configuration | null;
  readonly policy?: Partial<Policy>;
}

/** The settings as they are read out of what is stored. */
export function keptSettings(kept: Kept): KeptSettings {
  return settingsIn({
    ...(kept.own && toRecord(settings, kept.own)),
    ...(kept.elsewhere && toRecord(settingsElsewhere, kept.elsewhere)),
    ...(kept.policy && toRecord(policy, { ...NO_POLICY, ...kept.policy })),
  });
}
