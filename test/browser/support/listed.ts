import type { StoredLanguage } from '../../emulator/graph-entity';
import type { Emulator } from '../../emulator/emulator';

/** Ada's languages as a list shows them: without what Microsoft only guesses. */
export function listedOf(emulator: Emulator): readonly StoredLanguage[] {
  const languages = emulator.profileOf(emulator.people.ada);
  return languages.filter(({ inference }) => inference?.userHasVerifiedAccuracy !== false);
}
