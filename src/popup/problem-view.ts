import type { LanguageFields } from '../languages/language';
import { rowLevel, SKILLS } from '../languages/skills';
import type { ParkReason } from '../outbox/edit';
import type { LanguageLine } from '../outbox/fold';
import { type Word, word } from '../ui/words';
import { audienceWords } from './audience-words';
import { anyLevelWords } from './level-words';

/** What a row says about an edit that waits for the person, and what its buttons are called. */
export interface ProblemView {
  readonly text: string;
  readonly tone: 'bad' | 'info';
  /** The button that goes on with the edit; null where that is of no use. */
  readonly accept: Word | null;
  /** The button that gives the edit up. */
  readonly giveUp: Word;
}

const REFUSALS: Readonly<Record<Exclude<ParkReason['code'], 'changed-elsewhere'>, Word>> = {
  refused: 'problemRefused',
  forbidden: 'problemForbidden',
  'not-found': 'problemNotFound',
  clash: 'problemClash',
  unsupported: 'problemUnsupported',
};

/** The words and buttons for an edit that was refused, or that met a change made elsewhere. */
export function problemView(
  line: LanguageLine,
  { edit, reason }: NonNullable<LanguageLine['problem']>,
): ProblemView {
  if (reason.code !== 'changed-elsewhere') {
    const text = word(
      edit.kind === 'remove' && reason.code === 'refused' ? 'problemRemoveRefused' : REFUSALS[reason.code],
    );
    return { text, tone: 'bad', accept: 'tryAgain', giveUp: 'discard' };
  }
  if (reason.theirs === null) {
    return { text: word('removedElsewhere'), tone: 'info', accept: 'addAgain', giveUp: 'letGo' };
  }
  const theirs = anyLevelWords(rowLevel(reason.theirs));
  if (edit.kind === 'remove') {
    return {
      text: word('changedElsewhereRemove', theirs),
      tone: 'info',
      accept: 'removeAnyway',
      giveUp: 'keepIt',
    };
  }
  return {
    text: clashWords(line, reason.theirs),
    tone: 'info',
    accept: 'keepMine',
    giveUp: 'useTheirs',
  };
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
  const [theirAudience, myAudience] = [theirs, mine].map(({ audience }) => audienceWords(audience, null));
  return word('changedElsewhereField', word('audience'), theirAudience ?? '', myAudience ?? '');
}

/** What support asks for: codes and ids, no names and no tags. */
export function problemDetails({ code, status, serviceCode, requestId, atMs }: ParkReason): string {
  const facts = { code, status, serviceCode, requestId, time: new Date(atMs).toISOString() };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? '-'}`)
    .join('\n');
}
