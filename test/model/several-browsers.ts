import fc from 'fast-check';
import { type Command, someCommand, type Weights } from './commands';
import { collect } from './evidence';
import { judgeAccount, judgeSecrets } from './judge';
import { judgeSight } from './judge-sight';
import { judgeTogether } from './judge-together';
import { goneBetween, overwritingsOf } from './judge-writes';
import { play } from './play';
import { comeToRest, ownerOf, questionsOf, type Stages } from './rest-together';
import { createStage, type Setting } from './stage';
import { surround } from './surround';
import { assertKept, readState, type Tally } from './trial';

/** One thing that happens to one of a person's browsers; time passes for all of them. */
export interface Happening {
  readonly browser: number;
  readonly command: Command;
}

/** How much a story did, and how often its browsers met: the same for the same setting and happenings. */
export interface Meetings extends Tally {
  /** Edits that asked because of another browser. */
  readonly questions: number;
  /** Values written over in the one round trip between a read and a write: nobody could have asked about those. */
  readonly between: number;
}

const WEIGHTS: Weights = {
  deeds: 80,
  advance: 32,
  trouble: 7,
  kill: 6,
  online: 14,
  open: 3,
  close: 5,
  refresh: 4,
  'try-again': 2,
  restart: 2,
  expire: 1,
  lag: 2,
};

/** Up to 40 things, each in one of three browsers. */
export const someHappenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({ browser: fc.nat({ max: 2 }), command: someCommand(WEIGHTS) }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Tells a story of three browsers, lets everything become well, and judges. Throws `BrokenPromise`. */
export async function runTogether(setting: Setting, happenings: readonly Happening[]): Promise<Meetings> {
  const stages = await createStages(setting);
  const asked = new Set<string>();
  for (const [index, { browser, command }] of happenings.entries()) {
    const stage = stages[browser];
    if (!stage) continue;
    await play(stage, command);
    const touched = command.kind === 'advance' ? stages : [stage];
    const findings = touched.flatMap((each) => [...each.watch.findings, ...judgeSight(each)]);
    assertKept(findings, `after ${index + 1} happenings`);
    for (const key of touched.flatMap(questionsOf)) asked.add(key);
  }
  await comeToRest(stages);
  const browsers = stages.map((stage) => ({ stage, evidence: collect(stage, ownerOf(stage)) }));
  const findings = stages.flatMap((stage) => [
    ...stage.watch.findings,
    ...judgeSecrets(stage.world),
    ...judgeAccount(stage, ownerOf(stage), readState(stage, ownerOf(stage))),
  ]);
  assertKept([...findings, ...judgeTogether(browsers)], 'at rest');
  const between = browsers.map(
    ({ evidence }) =>
      goneBetween(evidence).size +
      evidence.turns.flatMap((_, index) => overwritingsOf(index, evidence)).filter((each) => each.isBetween)
        .length,
  );
  return {
    clicks: sumOf(stages.map(({ world }) => world.clicks.length)),
    requests: sumOf(stages.map(({ world }) => world.service.log.length)),
    executions: stages[0].world.service.executions.length,
    questions: asked.size,
    between: sumOf(between),
  };
}

/** Two browsers of the given kind and one of the other; a popup is open in each. */
async function createStages(setting: Setting): Promise<Stages> {
  const { seed, semantics } = setting;
  const first = createStage(setting);
  const second = createStage({ ...setting, seed: seed + 1 }, first);
  const other = semantics === 'chromium' ? 'firefox' : 'chromium';
  const third = createStage({ ...setting, seed: seed + 2, semantics: other }, first);
  const stages = [first, second, third] as const;
  for (const stage of stages) {
    surround(stage);
    stage.pages.push(stage.world.openPage());
  }
  await first.world.settle();
  return stages;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
