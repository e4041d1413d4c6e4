import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../../src/languages/fields';
import { type Edit, languageOf } from '../../src/outbox/edit';
import type * as knownWritesFile from '../../src/outbox/known-writes';
import { resolveRef } from '../../src/outbox/aliases';
import type { Snapshot } from '../../src/outbox/snapshot';
import type * as planSendFile from '../../src/sync/plan-send';
import { BrokenPromise } from './findings';
import { SEED, setting } from './runs';
import { runTogether, someHappenings } from './several-browsers';

/** One way to get it wrong between browsers; what is left out stays as it is. */
interface Bug {
  readonly name: string;
  readonly edit?: (edit: Edit, snapshot: Snapshot) => Edit;
  readonly plan?: (right: planSendFile.Plan, edit: Edit) => planSendFile.Plan;
  /** What the rule of known writes takes for the time. */
  readonly nowMs?: number;
}

let inForce: Bug | null = null;

vi.mock('../../src/sync/plan-send', async (original) => {
  const right = await original<typeof planSendFile>();
  const planSend: typeof right.planSend = (edit, snapshot, facts) => {
    const plan = right.planSend(inForce?.edit?.(edit, snapshot) ?? edit, snapshot, facts);
    return inForce?.plan?.(plan, edit) ?? plan;
  };
  return { ...right, planSend };
});

vi.mock('../../src/outbox/known-writes', async (original) => {
  const right = await original<typeof knownWritesFile>();
  const withKnownWrites: typeof right.withKnownWrites = (listed, known, nowMs) =>
    right.withKnownWrites(listed, known, inForce?.nowMs ?? nowMs);
  return { ...right, withKnownWrites };
});

/** As if the person had seen what the profile says now. */
function asOnProfile(edit: Edit, { languages, aliases }: Snapshot): Edit {
  const current = languages.find(({ id }) => id === resolveRef(aliases, edit.language));
  return current && edit.kind !== 'add' ? { ...edit, base: fieldsOf(current) } : edit;
}

/** As if the person had changed the other one of two rows of the same language, and had seen that one. */
function inOtherRow(edit: Edit, { languages, aliases }: Snapshot): Edit {
  const ref = resolveRef(aliases, edit.language);
  const other = languages.find(({ id, tag }) => id !== ref && tag === languageOf(edit).tag);
  return other && edit.kind === 'change' ? { ...edit, language: other.id, base: fieldsOf(other) } : edit;
}

const BUGS: readonly Bug[] = [
  {
    name: 'compares a change with the newest values instead of what was seen',
    edit: (edit, snapshot) => (edit.kind === 'change' ? asOnProfile(edit, snapshot) : edit),
  },
  {
    name: 'removes without a word what was changed in another browser',
    edit: (edit, snapshot) => (edit.kind === 'remove' ? asOnProfile(edit, snapshot) : edit),
  },
  {
    name: 'sends every field that was seen at a change',
    plan: (right, edit) =>
      right.kind === 'update' && edit.kind === 'change'
        ? { ...right, changes: { ...edit.base, ...right.changes } }
        : right,
  },
  {
    name: 'adds what another browser has added already',
    plan: (right, edit) =>
      edit.kind === 'add' && right.kind !== 'create' ? { kind: 'create', fields: edit.fields } : right,
  },
  {
    name: 'gives up what it should ask about',
    plan: (right, edit) =>
      right.kind === 'ask' && edit.kind === 'change' ? { kind: 'nothing', id: null } : right,
  },
  { name: 'changes the other one where a language is there twice', edit: inOtherRow },
  { name: 'believes for ever what it has read once', nowMs: 0 },
];

const MAX_RUNS = 500;

describe('the model of three browsers', () => {
  afterEach(() => {
    inForce = null;
  });

  it.each(BUGS)('notices an engine that $name', { timeout: 120_000 }, async (bug) => {
    inForce = bug;
    const found = await firstBroken();
    console.log(`${bug.name}: noticed in run ${found?.run}: ${found?.rule}`);
    expect(found).not.toBeNull();
  });
});

/** The first story in which a promise is broken, and which; null where none is. */
async function firstBroken(): Promise<{ readonly run: number; readonly rule: string } | null> {
  const stories = fc.tuple(setting, someHappenings);
  for (const [index, [given, happenings]] of fc
    .sample(stories, { numRuns: MAX_RUNS, seed: SEED })
    .entries()) {
    try {
      await runTogether(given, happenings);
    } catch (error) {
      if (!(error instanceof BrokenPromise)) throw error;
      return { run: index + 1, rule: error.findings[0]?.rule ?? '' };
    }
  }
  return null;
}
