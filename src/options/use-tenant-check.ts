import { useState } from 'preact/hooks';
import type { Configuration } from '../identity/configuration';
import type { TenantCheck } from '../storage/tenant-check';

type Place = Pick<Configuration, 'cloud' | 'tenant'>;

/** The question that this page asked about a tenant. */
export interface AskedTenant {
  /** Null where none was asked, or about something else than what is in the form now. */
  readonly shown: TenantCheck | null;
  /** True where the last question could not even be stored. */
  readonly hasFailed: boolean;
  readonly ask: (place: Place) => void;
}

/** Follows the question of this page: an old answer, or that to another page, says nothing about now. */
export function useTenantCheck(
  check: TenantCheck | null,
  { cloud, tenant }: { readonly cloud: string; readonly tenant: string | null },
  onCheck: (place: Place) => Promise<number>,
): AskedTenant {
  const [askedAtMs, setAskedAt] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isOurs = check?.askedAtMs === askedAtMs && check.cloud === cloud && check.tenant === tenant;
  return {
    shown: isOurs ? check : null,
    hasFailed,
    ask: (place) => {
      setFailed(false);
      onCheck(place).then(setAskedAt, () => {
        setFailed(true);
      });
    },
  };
}
