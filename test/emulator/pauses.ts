/**
 * Where a request can be held up: when it has arrived and nothing was done yet, when everything was done and nothing
 * was answered, in the middle of its answer, or (a token request) when it has arrived at the sign-in.
 */
export type PausePoint = 'arrival' | 'execution' | 'answer' | 'token';

/** A place at which the next request stops. */
export interface Pause {
  /** Resolves once a request stands there. */
  readonly reached: Promise<void>;
  /** Lets it go on, also when nobody waits for its answer any more. In the middle of an answer it ends there. */
  release(): void;
  /** Ends it there, with its connection. */
  drop(): void;
}

/** One request before a pause. */
export interface Stop {
  /** Stands there as long as the test likes; false where the request shall end there. */
  wait(): Promise<boolean>;
}

/** The places at which requests stop. */
export interface Pauses {
  /** Holds up the next request of this method that comes to this point. */
  hold(point: PausePoint, method: string): Pause;
  /** For the servers: the pause that is meant for this request; null for most. */
  take(point: PausePoint, method: string): Stop | null;
  /** Holds up nobody else, and drops every request that stands somewhere. */
  reset(): void;
}

interface Place extends Pause, Stop {
  readonly point: PausePoint;
  readonly method: string;
}

/** No request is held up yet. */
export function createPauses(): Pauses {
  let places: Place[] = [];
  const taken = new Set<Place>();
  return {
    hold(point, method) {
      const place = createPlace(point, method);
      places.push(place);
      return place;
    },
    take(point, method) {
      const place = places.find((each) => each.point === point && each.method === method);
      if (!place) return null;
      places = places.filter((each) => each !== place);
      taken.add(place);
      return place;
    },
    reset() {
      places = [];
      for (const place of taken) place.drop();
      taken.clear();
    },
  };
}

/** Waits where the request is held up; false where it shall end there. */
export function pass(pauses: Pauses, point: PausePoint, method: string): Promise<boolean> {
  return pauses.take(point, method)?.wait() ?? Promise.resolve(true);
}

function createPlace(point: PausePoint, method: string): Place {
  let arrive: () => void = () => undefined;
  let decide: (goesOn: boolean) => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const decided = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  return {
    point,
    method,
    reached,
    wait: () => {
      arrive();
      return decided;
    },
    release: () => {
      decide(true);
    },
    drop: () => {
      decide(false);
    },
  };
}
