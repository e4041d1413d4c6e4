import type { LevelWord } from '../languages/language';
import { languageNames } from '../languages/names';
import { rowLevel } from '../languages/skills';
import type { LanguageLine, Progress } from '../outbox/fold';
import { uiLocale, type Word, word } from '../ui/words';
import { shownName } from './shown-name';

/** What a row says. */
export interface LanguageRowView {
  /** As `shownName` has it; never empty. */
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
export function languageRowView(
  line: LanguageLine,
  ownNameByTable: (language: string) => string | null = () => null,
): LanguageRowView {
  const language = line.tag?.split('-', 1)[0] ?? null;
  const ownName = language === null ? null : (ownNameByIntl(language) ?? ownNameByTable(language));
  const name = [shownName(line), ownName, line.tag].find(isSaid) ?? word('unnamed');
  const uiName = language === null ? null : languageNames(uiLocale()).uiName(language);
  const otherName = ownName === name ? uiName : ownName;
  return {
    name,
    subtitle: [line.tag, otherName].filter(isSaid).filter((part) => part !== name),
    progress: line.progress === 'saved' || line.problem ? null : word(PROGRESS[line.progress]),
    level: rowLevel(line),
  };
}

/** The language's own name without its region, which the row's tag tells. */
function ownNameByIntl(language: string): string | null {
  return languageNames(uiLocale()).ownNameByIntl(language);
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== '';
}
