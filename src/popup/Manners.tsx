import { useEffect } from 'preact/hooks';
import { keepFocus } from './keep-focus';
import type { PopupState } from './popup-state';
import { pressOnce } from '../ui/press-once';

export interface MannersProps {
  readonly state: PopupState;
}

/** What holds everywhere in the popup: the focus is never lost, and one press does one thing. It shows nothing itself. */
export function Manners({ state }: MannersProps) {
  useEffect(() => keepFocus(state), []);
  useEffect(pressOnce, []);
  return null;
}
