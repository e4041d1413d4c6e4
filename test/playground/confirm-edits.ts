import { type Edit, inState, isNewRef } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { withAlias } from '../../src/outbox/snapshot';
import { readAccountState, toAccountRecord } from '../../src/storage/account-record';
import { ACCOUNT_KEY } from '../support/builders';
import type { FakeStorageArea } from '../support/fake-storage-area';

/** Confirms every edit after twice the pause, having sent it after one: a service to which everything is right. */
export function confirmEdits(local: FakeStorageArea, pauseMs: number): void {
  const after = (step: () => Promise<void>) => setTimeout(() => void step().catch(reportError), pauseMs);
  const read = async () => readAccountState(await local.get(null), ACCOUNT_KEY);
  const write = (edits: readonly Edit[]) => local.set(toAccountRecord(ACCOUNT_KEY, { edits }));

  async function send(): Promise<void> {
    const queued = (await read()).edits.filter(({ state }) => state.status === 'queued');
    if (queued.length === 0) return;
    const attempt = { sent: 'update', requestId: '', knownIds: null, startedAtMs: Date.now() } as const;
    await write(queued.map((edit) => inState(edit, { status: 'inflight', attempt })));
    after(confirm);
  }

  async function confirm(): Promise<void> {
    const { snapshot, edits } = await read();
    const sent = edits.filter(({ state }) => state.status === 'inflight');
    if (snapshot === null || sent.length === 0) return;
    const lines = fold(snapshot, sent);
    const languages = lines.map(({ key, progress, problem, ref, ...language }) => {
      const modifiedAt = new Date().toISOString();
      return { ...language, createdAt: language.createdAt ?? modifiedAt, modifiedAt, id: idOf(ref) };
    });
    const named = lines.reduce((known, { ref }) => withAlias(known, ref, idOf(ref)), snapshot);
    const done = edits.map((edit) => (sent.includes(edit) ? inState(edit, { status: 'done' }) : edit));
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: { ...named, languages }, edits: done }));
  }

  local.onChanged.addListener(() => after(send));
}

function idOf(ref: string): string {
  return isNewRef(ref) ? ref.replace('new:', 'id-') : ref;
}
