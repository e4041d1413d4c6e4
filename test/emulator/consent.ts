import type { Faults } from './faults';

/** Who has accepted the permissions; nobody is asked unless the fault `askConsent` is set. */
export interface Consent {
  isNeeded(person: string): boolean;
  accept(person: string): void;
  decline(): void;
  reset(): void;
}

/** Nobody has accepted yet. Persons are named by object id. */
export function createConsent(faults: Faults): Consent {
  const accepted = new Set<string>();
  return {
    isNeeded: (person) => faults.peek('askConsent') !== undefined && !accepted.has(person),
    accept(person) {
      faults.take('askConsent');
      accepted.add(person);
    },
    decline() {
      faults.take('askConsent');
    },
    reset() {
      accepted.clear();
    },
  };
}
