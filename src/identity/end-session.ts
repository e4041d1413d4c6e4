import type { Account } from './account';
import { findCloud } from './clouds';

/**
 * Where Microsoft ends its session in this browser; null for a cloud that this build does not know. It names the account
 * by Microsoft's own hint only, no address: what is opened stays in the browser's history. Without a hint Microsoft asks which one.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function endSessionUrl({ cloud, tenantId, loginHint, username }: Account): string | null {
  const hosts = findCloud(cloud);
  if (!hosts) return null;
  const url = new URL(`${hosts.loginOrigin}/${tenantId}/oauth2/v2.0/logout`);
  if (loginHint !== username) url.searchParams.set('logout_hint', loginHint);
  return url.href;
}
