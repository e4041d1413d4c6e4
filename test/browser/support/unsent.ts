import { deeds } from './deeds';
import type { Stage } from './stage';

/** What a page says where nobody is signed in. */
export const SIGNED_OUT = 'Your languages, on your profile';

/** An edit of Ada's that does not get through, because there is no connection. */
export async function editOffline({ emulator, person }: Stage): Promise<void> {
  emulator.faults.set({ offline: { times: null } });
  await deeds.change.act(person);
  await person.readsStatus('Offline: 1 edit waiting');
}

/** Chooses something in the popup's menu. */
export async function fromMenu({ popup, person }: Stage, item: string): Promise<void> {
  await popup.bringToFront();
  await person.press('Account and settings');
  await person.press(item);
}
