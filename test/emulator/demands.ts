import type { Faults } from './faults';

/** Something that people are asked for on a page of their own while its fault is set. Persons are named by object id. */
export interface Demand {
  isNeeded(person: string): boolean;
  /** The person did it: nobody asks them again. */
  meet(person: string): void;
  refuse(): void;
  reset(): void;
}

/** Permissions, a second factor, and the approval of an administrator, which no person can give. */
export type Demands = Readonly<Record<'consent' | 'code' | 'approval', Demand>>;

/** Nobody has done anything yet. */
export function createDemands(faults: Faults): Demands {
  return {
    consent: createDemand(faults, 'askConsent'),
    code: createDemand(faults, 'askCode'),
    approval: createDemand(faults, 'needApproval'),
  };
}

function createDemand(faults: Faults, fault: 'askConsent' | 'askCode' | 'needApproval'): Demand {
  const met = new Set<string>();
  return {
    isNeeded: (person) => faults.peek(fault) !== undefined && !met.has(person),
    meet(person) {
      faults.take(fault);
      met.add(person);
    },
    refuse() {
      faults.take(fault);
    },
    reset() {
      met.clear();
    },
  };
}
