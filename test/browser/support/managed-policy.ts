import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where browsers on Linux look for what an administrator prescribes.
 * @see https://www.chromium.org/administrators/linux-quick-start/
 */
const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed'];

/** Policies of this computer, as an administrator lays them down. */
export interface ManagedPolicy {
  /** Prescribes this for the extension of that id, and nothing else any more. */
  prescribe(extensionId: string, policy: Readonly<Record<string, unknown>>): Promise<void>;
  /** Takes everything back. */
  remove(): Promise<void>;
}

/** Whether whoever runs the tests is an administrator here. */
export async function canPrescribe(): Promise<boolean> {
  return access('/etc', constants.W_OK).then(
    () => true,
    () => false,
  );
}

export function managedPolicy(): ManagedPolicy {
  const files = FOLDERS.map((folder) => path.join(folder, `profile-languages-test-${process.pid}.json`));
  return {
    async prescribe(extensionId, policy) {
      const text = JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } });
      for (const file of files) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    },
    async remove() {
      for (const file of files) await rm(file, { force: true });
    },
  };
}
