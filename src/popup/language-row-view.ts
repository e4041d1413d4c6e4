import type { LevelWord } from '../languages/language';
import { languageNames } from '../languages/names';
import { rowLevel } from '../languages/skills';
import type { LanguageLine, Progress } from '../outbox/fold';
import { uiLocale, type Word, word } from '../ui/words';

/** What a row says. */
export interface LanguageRowView {
  /** The name as colleagues read it; never empty. */
  readonly name: string;
  /** The language's own name and its tag, as far as they are known. */
  readonly subtitle: string;
  /** How far the person's edit is; null where everything is saved. */
  readonly progress: string | null;
  readonly level: LevelWord | null;
}

const PROGRESS: Readonly<Record<Exclude<Progress, 'saved'>, Word>> = {
  waiting: 'waiting',
  sending: 'sending',
  checking: 'checking',
};

/** What the row of a language says, in the person's words. */
export function languageRowView(line: LanguageLine): LanguageRowView {
  const ownName = line.tag === null ? null : ownNameOf(line.tag);
  const subtitle = [ownName, line.tag].filter(isSaid);
  return {
    name: [line.displayName.trim(), ownName, line.tag].find(isSaid) ?? word('unnamed'),
    subtitle: subtitle.join(' · '),
    progress: line.progress === 'saved' || line.problem ? null : word(PROGRESS[line.progress]),
    level: rowLevel(line),
  };
}

/** The language's own name without its region, which the row's tag tells. */
function ownNameOf(tag: string): string | null {
  const names = languageNames(uiLocale());
  return names.ownNameByIntl(tag.split('-', 1)[0] ?? tag);
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== '';
}
