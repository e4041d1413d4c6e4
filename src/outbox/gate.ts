/** Why nothing is sent for an account at the moment. */
export type GateCode =
  /** No connection. */
  | 'offline'
  /** The service asked to wait. */
  | 'throttled'
  /** The service shows no language where there were several: believed when it says so twice. */
  | 'emptied'
  /** The service, or what stands before it, gives no usable answer. */
  | 'unavailable'
  /** Only a visible sign-in can go on. */
  | 'signed-out'
  /** Silent renewal answered with another account. */
  | 'wrong-account'
  /** The account may not read or write its languages at all. */
  | 'forbidden'
  /** The service does not offer languages to this account (any more). */
  | 'unsupported';

/** A closed gate: written before the waiting begins, so that it outlives the worker. */
export interface Gate {
  readonly code: GateCode;
  /** How often in a row it was closed; what the backoff grows with. */
  readonly count: number;
  /** Epoch milliseconds. */
  readonly setAtMs: number;
  /** How long it stays closed; null until the person does something about it. */
  readonly waitMs: number | null;
  /** For "Copy details": HTTP status, the service's own code and its request id. */
  readonly status: number | null;
  readonly serviceCode: string | null;
  readonly requestId: string | null;
}

/**
 * Milliseconds until the gate opens; 0 where it is open, null where only the person can open it.
 * A clock that was set back never makes it longer than what was asked for.
 */
export function remainingWaitMs(gate: Gate | null, nowMs: number): number | null {
  if (gate === null) return 0;
  if (gate.waitMs === null) return null;
  return Math.min(Math.max(gate.setAtMs + gate.waitMs - nowMs, 0), gate.waitMs);
}
