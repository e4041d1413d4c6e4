import { uiLocale } from '../ui/words';

/** A share from 0 to 1 in percent, as people write it. */
export function percentWords(share: number): string {
  return new Intl.NumberFormat(uiLocale(), { style: 'percent' }).format(share);
}
