import type { LanguageLine } from '../outbox/fold';
import { dateWords, word } from '../ui/words';
import { percentWords } from './percent-words';

/** Where a language came from, in a person's words. */
export function originWords({ source, inference, isVerified, createdAt }: LanguageLine): string {
  if (isVerified === true) return word('originConfirmed');
  switch (source) {
    case 'user': {
      const createdAtMs = Date.parse(createdAt ?? '');
      return Number.isNaN(createdAtMs)
        ? word('originUserUndated')
        : word('originUser', dateWords(createdAtMs));
    }
    case 'directory':
      return word('originDirectory');
    case 'organisation':
      return word('originOrganisation');
    case 'sharepoint':
      return word('originSharepoint');
    case 'inferred': {
      const confidence = inference?.confidence;
      if (typeof confidence !== 'number') return word('originInferred');
      return word('originInferredSure', percentWords(confidence));
    }
    case 'other':
      return word('originOther');
  }
}
