import * as v from 'valibot';
import { SignInFailure } from './failure';
import { isGuid } from './guid';
import type { LoginFetch } from './http';
import { readErrorBody } from './read-failure';

const optionalText = v.fallback(v.nullish(v.string()), null);

/** What is read of what a directory publishes; the parts about its cloud are Entra's own, and may be missing. */
const metadata = v.object({
  issuer: v.string(),
  cloud_instance_name: optionalText,
  /** Where the tenant is kept, and which part of that. */
  tenant_region_scope: optionalText,
  tenant_region_sub_scope: optionalText,
});

/** What a directory publishes, as far as it is read. */
export type Metadata = v.InferOutput<typeof metadata>;

/**
 * Asks a directory for what it publishes; `directory` is its address, without a trailing slash. Rejects with
 * {@link SignInFailure}: where it cannot be reached, does not exist, or somebody else answers.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
export async function readMetadata(fetch: LoginFetch, directory: string): Promise<Metadata> {
  const response = await fetch(`${directory}/v2.0/.well-known/openid-configuration`);
  const body = await readJson(response);
  if (!response.ok) throw readErrorBody(response, body);
  const read = v.safeParse(metadata, body);
  if (!read.success) throw new SignInFailure('unavailable');
  return read.output;
}

/**
 * The GUID of the directory that published it; null where its issuer is not the directory's own at that host: what
 * another issuer says is not trusted.
 */
export function tenantIdOf({ issuer }: Metadata, loginOrigin: string): string | null {
  const tenantId = issuer.split('/').at(-2) ?? '';
  return isGuid(tenantId) && issuer === `${loginOrigin}/${tenantId}/v2.0` ? tenantId.toLowerCase() : null;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null; // HTML of a proxy or a gateway, which the callers tell from the directory's answers by its shape
  }
}
