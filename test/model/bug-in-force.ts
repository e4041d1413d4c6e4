import type { Bug } from './bugs';

/** The bug that is put over the code for the time being. */
export const inForce: { bug: Omit<Bug, 'name' | 'weights' | 'beginning'> } = { bug: {} };
