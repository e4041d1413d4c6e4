/** Runs one piece of work per key at a time: whoever asks meanwhile gets the same result, or the same failure. */
export function createSingleFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key, work) => {
    const current = running.get(key);
    if (current) return current;
    const mine = work().finally(() => running.delete(key));
    running.set(key, mine);
    return mine;
  };
}
