import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

/** Where Firefox on Linux looks first, Debian's firefox-esr too. It reads the file once, when it starts. */
const FOLDERS = ['/etc/firefox', '/etc/firefox/policies'] as const;
const FILE = `${FOLDERS[1]}/policies.json`;

const Policies = v.looseObject({
  policies: v.optional(
    v.looseObject({
      '3rdparty': v.optional(
        v.looseObject({ Extensions: v.optional(v.record(v.string(), v.unknown()), {}) }),
        {},
      ),
    }),
    {},
  ),
});

/** Policies of this computer, as an administrator lays them down. */
export interface FirefoxPolicies {
  /** Prescribes this for the extension of that id, beside whatever else is prescribed. Counts from the next start on. */
  prescribe(extensionId: string, policy: Readonly<Record<string, unknown>>): Promise<void>;
  /** Puts everything back as it was. */
  restore(): Promise<void>;
}

/** Rejects where what is there cannot be read as policies. */
export async function firefoxPolicies(): Promise<FirefoxPolicies> {
  const before = await readFile(FILE, 'utf8').catch(whenAbsent);
  const { policies, ...others } = v.parse(Policies, JSON.parse(before ?? '{}'));
  const made: string[] = [];
  return {
    async prescribe(extensionId, policy) {
      const thirdParty = policies['3rdparty'];
      const extensions = { ...thirdParty.Extensions, [extensionId]: policy };
      const wanted = { ...policies, '3rdparty': { ...thirdParty, Extensions: extensions } };
      for (const folder of FOLDERS) {
        const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
        if (isNew) made.unshift(folder);
      }
      await writeFile(FILE, JSON.stringify({ ...others, policies: wanted }));
    },
    async restore() {
      if (before !== null) await writeFile(FILE, before);
      else await rm(FILE, { force: true });
      for (const folder of made.splice(0)) await rmdir(folder);
    },
  };
}

function whenAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
