import { type Audience, isAudience } from '../languages/audiences';
import { readAudiences } from '../languages/several-audiences';
import type { AudienceWord } from '../languages/language';
import { uiLocale, word } from './words';

/** Who can see a language, in words; also none, several, and what this version does not know. */
export function audienceWords(audience: AudienceWord | null, organisation: string | null): string {
  if (audience === null) return word('audienceUnset');
  if (isAudience(audience)) return oneAudience(audience, organisation);
  const several = readAudiences(audience)?.map((each) => oneAudience(each, organisation));
  if (!several) return word('audienceUnknown', audience);
  return new Intl.ListFormat(uiLocale(), { type: 'conjunction' }).format(several);
}

function oneAudience(audience: Audience, organisation: string | null): string {
  switch (audience) {
    case 'me':
      return word('audience_me');
    case 'organization':
      return word('audience_organization', organisation ?? word('myOrganisation'));
    case 'federatedOrganizations':
      return word('audience_federatedOrganizations');
    case 'everyone':
      return word('audience_everyone');
    case 'family':
    case 'contacts':
    case 'groupMembers':
      return word('audienceUnknown', audience);
  }
}
