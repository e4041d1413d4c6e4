import { editOfKey } from '../../src/storage/worker-keys';
import type { World } from '../world/world';
import type { Command } from './commands';
import { pick } from './deeds';

type Spoil = Extract<Command, { kind: 'spoil' }>;

/** What a failing disk, or another version of the extension, makes of a stored text. */
const WAYS: readonly ((text: string) => unknown)[] = [
  (text) => text.slice(0, text.length / 2),
  (text) => text.replace(/"version":\d+/, '"version":99'),
  (text) => text.replace('"status":', '"stat":'),
  () => 17,
  () => '',
  (text) => text.replace('{', ']'),
];

/**
 * Damages one of the stored edits that the mirror has too, or makes it vanish; gives its key. Of one that is in storage
 * alone, and only for a moment, nothing could be left.
 */
export function spoil(world: World, { nth, how }: Pick<Spoil, 'nth' | 'how'>): string[] {
  const { local, mirror } = world;
  const keys = Object.keys(local.record).filter(
    (each) => editOfKey(each) !== null && Object.hasOwn(mirror.record, each),
  );
  const key = pick(keys.toSorted(), nth);
  if (key === undefined) return [];
  const text = String(local.record[key]);
  local.write({ [key]: how === 'vanish' ? undefined : pick(WAYS, how)?.(text) });
  return [key];
}
