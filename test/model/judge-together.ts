import { isOpen } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { odditiesOf } from '../../src/popup/oddities';
import { NO_PREFERENCES } from '../../src/storage/preferences';
import type { Evidence } from './evidence';
import type { Finding } from './findings';
import type { Turn } from './history';
import { ownerOf } from './rest-together';
import type { Stage } from './stage';
import { readState } from './trial';
import { tagOf } from './wish';

/** One browser, and what is known of the person's edits in it: what the others did happened elsewhere. */
export interface Browser {
  readonly stage: Stage;
  readonly evidence: Evidence;
}

/** What is wrong between the browsers of one person after they have all looked, and every question was answered. */
export function judgeTogether(browsers: readonly Browser[]): Finding[] {
  return [...browsers.flatMap(judgeEnd), ...judgeDoubles(browsers)];
}

function judgeEnd({ stage }: Browser): Finding[] {
  const { edits } = readState(stage, ownerOf(stage));
  return edits.filter(isOpen).map((edit) => ({
    kind: 'broken',
    rule: 'nothing waits once every question is answered',
    what: `${edit.kind} ${tagOf(edit)} is ${edit.state.status}`,
  }));
}

interface Creation {
  readonly by: Browser;
  readonly turn: Turn;
}

/** Two browsers make a language twice only where neither could know of the other, and then every popup says so. */
function judgeDoubles(browsers: readonly Browser[]): Finding[] {
  const profile = browsers[0]?.evidence.profile ?? new Map<string, never>();
  const made = browsers
    .flatMap((by) => by.evidence.turns.map((turn): Creation => ({ by, turn })))
    .filter(({ turn }) => turn.by === 'client' && turn.before === null && profile.has(turn.id))
    .toSorted((a, b) => a.turn.execution.atMs - b.turn.execution.atMs);
  return made.flatMap((later, index) =>
    made
      .slice(0, index)
      .filter(({ turn }) => turn.tag === later.turn.tag)
      .flatMap((earlier) => judgeDouble(earlier, later, browsers)),
  );
}

function judgeDouble(earlier: Creation, later: Creation, browsers: readonly Browser[]): Finding[] {
  const what = `${later.turn.tag} is there as ${earlier.turn.id} and ${later.turn.id}`;
  const knownUntilMs = later.by.evidence.knownUntilMs(later.turn.execution.requestId);
  const isKnown = earlier.by === later.by || earlier.turn.atMs < knownUntilMs;
  if (isKnown && !isMeant(later))
    return [{ kind: 'doubled', rule: 'a browser adds nothing that it knows to be there', what }];
  return browsers.every((browser) => isOffered(browser, later.turn.tag))
    ? []
    : [{ kind: 'doubled', rule: 'a double is offered for repair', what }];
}

/** The person had removed one of two, and took that back. */
function isMeant({ by, turn }: Creation): boolean {
  const { sayings } = by.evidence;
  return sayings.some(({ tag, edit }) => tag === turn.tag && edit.kind === 'add' && edit.isBeside === true);
}

function isOffered({ stage }: Browser, tag: string | null): boolean {
  const { snapshot, edits } = readState(stage, ownerOf(stage));
  const lines = fold(snapshot, edits);
  const odd = odditiesOf(lines, NO_PREFERENCES);
  return lines.some((line) => line.tag === tag && odd.get(line.key)?.question === 'twin');
}
