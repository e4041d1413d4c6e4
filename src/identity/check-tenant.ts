import { type CloudName, findCloud } from './clouds';
import type { Configuration } from './configuration';
import type { SignInFailure } from './failure';
import { createLoginFetch, NO_ANSWER, type PlainFetch } from './http';
import { type Metadata, readMetadata, tenantIdOf } from './metadata';
import { readFailure } from './read-failure';
import { isRegion, type TenantAnswer } from './tenant-answer';

/** "The specified tenant belongs to the National Cloud …": which one, only its text says. */
const OF_ANOTHER_CLOUD = 'AADSTS90038';

/**
 * Asks the cloud's login host whether it knows the tenant, without anybody signing in: the host comes from the table in
 * code. Never rejects.
 */
export async function checkTenant(
  { cloud, tenant }: Pick<Configuration, 'cloud' | 'tenant'>,
  fetch: PlainFetch,
  nowMs: () => number,
): Promise<TenantAnswer> {
  const hosts = findCloud(cloud);
  if (!hosts) return { outcome: 'unavailable' };
  const { loginOrigin } = hosts;
  try {
    const login = createLoginFetch(fetch, loginOrigin, nowMs);
    const metadata = await readMetadata(login, `${loginOrigin}/${tenant}`);
    return judge(metadata, cloud, loginOrigin);
  } catch (error) {
    return explain(readFailure(error));
  }
}

function judge(metadata: Metadata, cloud: CloudName, loginOrigin: string): TenantAnswer {
  const home = cloudOf(metadata, cloud);
  if (home !== cloud) return { outcome: 'other-cloud', cloud: home };
  const tenantId = tenantIdOf(metadata, loginOrigin);
  if (tenantId === null) return { outcome: 'unavailable' };
  const region = metadata.tenant_region_scope ?? '';
  return { outcome: 'found', tenantId, region: isRegion(region) ? region : null };
}

/**
 * Whose tenant it is; the asked cloud where the answer names none that is known. The two clouds of the US government
 * have one login host and one name: the part of the region tells them apart.
 */
function cloudOf({ cloud_instance_name, tenant_region_sub_scope }: Metadata, asked: CloudName): CloudName {
  if (tenant_region_sub_scope === 'DOD') return 'us-gov-dod';
  if (tenant_region_sub_scope === 'DODCON') return 'us-gov-l4';
  switch (cloud_instance_name) {
    case 'microsoftonline.com':
      return 'global';
    case 'microsoftonline.us':
      return asked === 'us-gov-dod' ? asked : 'us-gov-l4';
    case 'partner.microsoftonline.cn':
    case 'chinacloudapi.cn':
      return 'china';
    default:
      return asked;
  }
}

function explain({ code, serviceCode }: SignInFailure): TenantAnswer {
  if (serviceCode === OF_ANOTHER_CLOUD) return { outcome: 'other-cloud', cloud: null };
  if (serviceCode === NO_ANSWER) return { outcome: 'late' };
  if (code === 'wrong-configuration') return { outcome: 'unknown' };
  return { outcome: code === 'offline' ? 'offline' : 'unavailable' };
}
