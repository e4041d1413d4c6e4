import type { LevelWord } from '../languages/language';
import { languageNames } from '../languages/names';
import { rowLevel } from '../languages/skills';
import type { LanguageLine, Progress } from '../outbox/fold';
import { uiLocale, type Word, word } from '../ui/words';
import { isSeen, ownName, type OwnNameByTable, shownName } from './shown-name';

/** What a row says. */
export interface LanguageRowView {
  /** As `shownName` has it. */
  readonly name: string;
  /** Its tag and another name, its own if possible, as far as they are known and the name does not say it. */
  readonly subtitle: readonly string[];
  /** How far the person's edit is; null where everything is saved. */
  readonly progress: string | null;
  readonly level: LevelWord | null;
}

const PROGRESS: Readonly<Record<Exclude<Progress, 'saved'>, Word>> = {
  waiting: 'waiting',
  sending: 'sending',
  checking: 'checking',
};

/**
 * What the row of a language says, in the person's words.
 * @param ownNameByTable Names what the browser cannot, once it is loaded.
 */
export function languageRowView(line: LanguageLine, ownNameByTable?: OwnNameByTable): LanguageRowView {
  const language = line.tag?.split('-', 1)[0] ?? null;
  const own = ownName(line.tag, ownNameByTable);
  const name = shownName(line, ownNameByTable);
  const uiName = language === null ? null : languageNames(uiLocale()).uiName(language);
  const otherName = own === name ? uiName : own;
  return {
    name,
    subtitle: [line.tag, otherName].filter(isSeen).filter((part) => part !== name),
    progress: line.progress === 'saved' || line.problem ? null : word(PROGRESS[line.progress]),
    level: rowLevel(line),
  };
}
