import type { AudienceWord } from '../languages/language';
import type { KnownWrite } from './known-writes';

/** The audience that this browser asked for where the service answered with another one; null where it did as asked. */
export function overruledAudience(write: KnownWrite | undefined): AudienceWord | null {
  const { asked, answered } = write ?? { asked: {}, answered: null };
  const wanted = asked.audience ?? null;
  const counts = answered?.audience ?? null;
  return counts === null || wanted === counts ? null : wanted;
}
