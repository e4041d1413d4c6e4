import { browser } from '../browser';
import { NO_POLICY, readPolicy } from './policy';
import { policy } from './registration-keys';
import { readStored, toRecord } from './stored';

/**
 * Copies what the browser's policies prescribe to where pages find it with everything else, in one read. True where
 * they prescribe nothing although something is known from before: then nothing is changed unless `isSure`, because a
 * browser that has just started gives nothing for some seconds. Rejects where `storage.local` fails.
 */
export async function adoptPolicy(isSure: boolean): Promise<boolean> {
  const { local, managed } = browser.storage;
  const given = readPolicy(await managed.get(null).catch(noPolicyAtAll)) ?? NO_POLICY;
  const record = toRecord(policy, given);
  const kept = await local.get(policy.key);
  if (kept[policy.key] === record[policy.key]) return false;
  const isNothing = record[policy.key] === toRecord(policy, NO_POLICY)[policy.key];
  if (!isNothing) await local.set(record);
  else if (isSure) await local.remove(policy.key);
  return isNothing && !isSure && readStored(kept, policy) !== null;
}

/** Firefox rejects where nobody has laid down any policy; any other failure says nothing of policies. */
function noPolicyAtAll(error: unknown): object {
  if (error instanceof Error && /manifest not found/i.test(error.message)) return {};
  throw error;
}
