import type { Step } from './step';
import type { World } from './world';

/** What has happened up to a step, as far as crash points depend on it. */
export interface Past {
  /** Method and address of the last request that this worker had an answer to; null: none yet. */
  readonly answered: string | null;
  /** The last call of storage. */
  readonly stored: Step | null;
  /** How many clicks the browser was given to keep. */
  readonly clicks: number;
}

/** A place in the code at which the worker (and in K0 the popup) is stopped. */
export interface CrashPoint {
  readonly name: string;
  /** True for the step at which it is. */
  readonly isAt: (step: Step, past: Past, world: World) => boolean;
  /** The answer to the request before it has to be lost for the worker to come there. */
  readonly needsLostAnswer?: true;
  /** It is at something that a person does. */
  readonly needsClick?: true;
}

const isChange = (text: string | null | undefined) => /^(?:POST|PATCH|DELETE) /.test(text ?? '');
const isOf = (step: Step, point: Step['point'], phase: Step['phase']) =>
  step.worker > 0 && step.point === point && step.phase === phase;
const holds = ({ local }: World, status: string) =>
  Object.values(local.record).some((text) => String(text).includes(`"status":"${status}"`));

/** Every place at which something could be lost or done twice, in the order in which an edit comes past them. */
export const CRASH_POINTS: readonly CrashPoint[] = [
  {
    name: 'K0 the click is not stored yet',
    needsClick: true,
    isAt: ({ worker, point, phase }) => worker === 0 && point === 'local.set' && phase === 'after',
  },
  {
    name: 'K1 the click is stored, the worker has not looked',
    needsClick: true,
    isAt: (step, { clicks }) => clicks > 0 && isOf(step, 'local.get', 'before'),
  },
  {
    name: 'K2 the claim is stored, the request has not left',
    isAt: (step) => isOf(step, 'fetch', 'before') && isChange(step.about[0]),
  },
  {
    name: 'K3 the request is on its way',
    isAt: (step) => isOf(step, 'fetch', 'after') && isChange(step.about[0]),
  },
  {
    name: 'K4 the service is done, the answer has not arrived',
    isAt: (step) => isOf(step, 'answer', 'before') && isChange(step.about[0]),
  },
  {
    name: 'K5 the answer has arrived and is not read',
    isAt: (step) => isOf(step, 'answer', 'after') && isChange(step.about[0]),
  },
  {
    name: 'K6 the answer is read and not stored',
    isAt: (step, { answered }) => isOf(step, 'local.set', 'before') && isChange(answered),
  },
  {
    name: 'K7 the answer is being stored',
    isAt: (step, { answered }) => isOf(step, 'local.set', 'after') && isChange(answered),
  },
  {
    name: 'K8 the answer is stored, the edit not removed',
    isAt: (step) => isOf(step, 'mirror.remove', 'before'),
  },
  {
    name: 'K9 the edit is removed, the engine does not rest',
    isAt: (step, { stored }) => isOf(step, 'local.get', 'before') && stored?.point === 'local.remove',
  },
  {
    name: 'K10 looking what became of an unclear edit',
    needsLostAnswer: true,
    isAt: (step, _, world) =>
      isOf(step, 'fetch', 'after') && !isChange(step.about[0]) && holds(world, 'ambiguous'),
  },
  {
    name: 'K11 it is clear, and not stored',
    needsLostAnswer: true,
    isAt: (step, { answered }, world) =>
      isOf(step, 'local.set', 'before') &&
      answered !== null &&
      !isChange(answered) &&
      holds(world, 'ambiguous'),
  },
  { name: 'K12 the renewed token is being stored', isAt: (step) => isOf(step, 'renewal', 'after') },
  {
    name: 'K13 storage is being mended',
    isAt: (step, { answered }) =>
      isOf(step, 'local.set', 'before') &&
      answered === null &&
      step.about.some((key) => key.endsWith('/snapshot')),
  },
];

/** Keeps the past of a world. To be told of every step, after whoever asks. */
export function createPast(): { readonly past: Past; note: (step: Step) => void } {
  const state = { answered: null as string | null, stored: null as Step | null, clicks: 0 };
  let worker = 0;
  return {
    past: state,
    note(step) {
      if (step.worker > worker) {
        worker = step.worker;
        state.answered = null;
        state.stored = null;
      }
      if (step.point === 'answer') state.answered = step.about[0] ?? null;
      if (step.point.startsWith('local.')) {
        if (step.worker > 0) state.stored = step;
        else if (step.point === 'local.set' && step.phase === 'after') state.clicks += 1;
      }
    },
  };
}
