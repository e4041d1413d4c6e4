/** Where the extension's code calls into its surroundings: every one of these can be the last thing that it does. */
export type Point =
  | `${'local' | 'session' | 'sync' | 'mirror'}.${'get' | 'set' | 'remove'}`
  /** A request leaves. `before`: it has not left; `after`: it is on its way. */
  | 'fetch'
  /** An answer arrives. `before`: its head has; `after`: its body has, too. The code has heard of neither. */
  | 'answer'
  /** A token is asked for. */
  | 'token'
  /** A token is renewed. `before`: nothing is stored; `after`: the new token is, and nobody was told. */
  | 'renewal'
  | 'lock'
  | 'alarm';

/** One call of the extension into its surroundings, told to `World.onStep` just before and just after. */
export interface Step {
  readonly point: Point;
  /** `after`: it was dispatched (or has arrived), and the caller has not heard of it. */
  readonly phase: 'before' | 'after';
  /** Who calls: the number of the worker (1 for the first), 0 for a page. */
  readonly worker: number;
  /** The keys of a storage call, or method and address of a request (`POST http://…`). */
  readonly about: readonly string[];
  /** The values of a `set`, as they are handed over. */
  readonly values: Readonly<Record<string, unknown>>;
}
