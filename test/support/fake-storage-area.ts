interface Change {
  oldValue?: unknown;
  newValue?: unknown;
}
type Listener = (changes: Record<string, Change>) => void;

/**
 * One storage area as browsers have it: values are copied in and out as JSON, one `set` is atomic, an event comes
 * after it and only for values that really changed.
 */
export class FakeStorageArea {
  #record: Record<string, unknown> = {};
  readonly #listeners = new Set<Listener>();
  #failure: Error | null = null;
  #readFailure: Error | null = null;
  #limit = Infinity;

  readonly onChanged = {
    addListener: (listener: Listener) => void this.#listeners.add(listener),
    removeListener: (listener: Listener) => void this.#listeners.delete(listener),
  };

  get(keys: string | readonly string[] | null): Promise<Record<string, unknown>> {
    if (this.#readFailure) return Promise.reject(this.#readFailure);
    const wanted = keys === null ? Object.keys(this.#record) : typeof keys === 'string' ? [keys] : keys;
    const found = wanted.filter((key) => Object.hasOwn(this.#record, key));
    return Promise.resolve(copy(Object.fromEntries(found.map((key) => [key, this.#record[key]]))));
  }

  set(values: Record<string, unknown>): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    const before = this.#record;
    const after = { ...before, ...copy(values) };
    // Chromium's words.
    if (size(after) > this.#limit) return Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
    this.#record = after;
    this.#tell(before, Object.keys(values));
    return Promise.resolve();
  }

  remove(keys: string | readonly string[]): Promise<void> {
    const gone = typeof keys === 'string' ? [keys] : keys;
    const before = this.#record;
    this.#record = Object.fromEntries(Object.entries(before).filter(([key]) => !gone.includes(key)));
    this.#tell(before, gone);
    return Promise.resolve();
  }

  /** From now on nothing can be stored; null: it can again. */
  failWith(failure: Error | null): void {
    this.#failure = failure;
  }

  /** From now on nothing can be read, as where the database below is damaged; null: it can again. */
  failReadsWith(failure: Error | null): void {
    this.#readFailure = failure;
  }

  /** From now on there is room for so much more than is stored now. */
  leaveRoomFor(characters: number): void {
    this.#limit = size(this.#record) + characters;
  }

  reset(): void {
    this.#record = {};
    this.#failure = null;
    this.#readFailure = null;
    this.#limit = Infinity;
    this.#listeners.clear();
  }

  #tell(before: Record<string, unknown>, keys: readonly string[]): void {
    const after = this.#record;
    const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    if (changed.length === 0) return;
    const changes = Object.fromEntries(
      changed.map((key) => [
        key,
        {
          ...(Object.hasOwn(before, key) && { oldValue: copy(before[key]) }),
          ...(Object.hasOwn(after, key) && { newValue: copy(after[key]) }),
        },
      ]),
    );
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        listener(changes);
      });
    }
  }
}

function size(record: Record<string, unknown>): number {
  return JSON.stringify(record).length;
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
