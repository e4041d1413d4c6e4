import type { LanguageFields } from '../languages/language';
import { rowLevel, SKILLS } from '../languages/skills';
import type { Edit, ParkReason } from '../outbox/edit';
import type { LanguageLine } from '../outbox/fold';
import { detailLines } from '../ui/detail-lines';
import { timeWords, type Word, word } from '../ui/words';
import { audienceWords } from '../ui/audience-words';
import { anyLevelWords } from './level-words';

/** What a row says about an edit that waits for the person, and what its buttons are called. */
export interface ProblemView {
  readonly text: string;
  readonly tone: 'bad' | 'info';
  /** What a newer choice would go instead of; null where no choice in the row can mend it. */
  readonly mendedBy: 'level' | 'audience' | null;
  /** The button that goes on with the edit. */
  readonly accept: Word;
  /** The button that gives the edit up. */
  readonly giveUp: Word;
}

const REFUSALS: Readonly<Record<Exclude<ParkReason['code'], 'changed-elsewhere'>, Word>> = {
  refused: 'problemRefused',
  forbidden: 'problemForbidden',
  clash: 'problemClash',
  unsupported: 'problemUnsupported',
};

const LEVEL_FIELDS: readonly string[] = ['proficiency', ...SKILLS];

/** The words and buttons for an edit that was refused, or that met a change made elsewhere. */
export function problemView(
  line: LanguageLine,
  { edit, reason }: NonNullable<LanguageLine['problem']>,
): ProblemView {
  if (reason.code !== 'changed-elsewhere') {
    const text = word(
      edit.kind === 'remove' && reason.code === 'refused' ? 'problemRemoveRefused' : REFUSALS[reason.code],
    );
    const mendedBy = reason.code === 'refused' ? choiceIn(edit) : null;
    return { text, tone: 'bad', mendedBy, accept: 'tryAgain', giveUp: 'discard' };
  }
  if (reason.theirs === null) {
    return {
      text: word('removedElsewhere'),
      tone: 'info',
      mendedBy: null,
      accept: 'addAgain',
      giveUp: 'letGo',
    };
  }
  const theirs = anyLevelWords(rowLevel(reason.theirs));
  if (edit.kind === 'remove') {
    return {
      text: word('changedElsewhereRemove', theirs),
      tone: 'info',
      mendedBy: null,
      accept: 'removeAnyway',
      giveUp: 'keepIt',
    };
  }
  return {
    text: clashWords(line, reason.theirs),
    tone: 'info',
    mendedBy: null,
    accept: 'keepMine',
    giveUp: 'useTheirs',
  };
}

/** The choice that an edit was about; null where it left none. */
function choiceIn(edit: Edit): ProblemView['mendedBy'] {
  if (edit.kind === 'remove') return null;
  const changed = edit.kind === 'change' ? Object.keys(edit.changes) : ['proficiency'];
  if (changed.every((name) => name === 'audience')) return 'audience';
  return changed.some((name) => LEVEL_FIELDS.includes(name)) ? 'level' : null;
}

/** What the two sides say: of the row's level where they differ in it, else of the first field in which they do. */
function clashWords(mine: LanguageFields, theirs: LanguageFields): string {
  const [theirLevel, myLevel] = [rowLevel(theirs), rowLevel(mine)].map(anyLevelWords);
  if (theirLevel !== myLevel) return word('changedElsewhere', theirLevel ?? '', myLevel ?? '');
  const skill = SKILLS.find((each) => mine[each] !== theirs[each]);
  if (skill !== undefined) {
    const [hers, ours] = [theirs[skill], mine[skill]].map(anyLevelWords);
    return word('changedElsewhereField', word(skill), hers ?? '', ours ?? '');
  }
  if (mine.tag !== theirs.tag) {
    return word('changedElsewhereField', word('languageTag'), theirs.tag ?? '–', mine.tag ?? '–');
  }
  const [theirAudience, myAudience] = [theirs, mine].map(({ audience }) => audienceWords(audience, null));
  return word('changedElsewhereField', word('audience'), theirAudience ?? '', myAudience ?? '');
}

/** When the two sides said it; null where nobody knows of theirs. */
export function clashTimes({ modifiedAt }: LanguageLine, { madeAtMs }: Edit, nowMs: number): string | null {
  const theirsAtMs = Date.parse(modifiedAt ?? '');
  return Number.isNaN(theirsAtMs)
    ? null
    : word('clashTimes', timeWords(theirsAtMs, nowMs), timeWords(madeAtMs, nowMs));
}

/** What support asks for: codes and ids, no names and no tags. */
export function problemDetails({ code, status, serviceCode, requestId, atMs }: ParkReason): string {
  return detailLines({ code, status, serviceCode, requestId, time: new Date(atMs).toISOString() });
}
