import type { Audience } from './audiences';

/**
 * What a work account can choose: the audiences that an organisation can set too. The others have no described effect.
 * @see https://learn.microsoft.com/graph/api/resources/profilepropertysetting?view=graph-rest-beta
 */
export const OFFERED_AUDIENCES = [
  'me',
  'organization',
  'federatedOrganizations',
  'everyone',
] as const satisfies readonly Audience[];
