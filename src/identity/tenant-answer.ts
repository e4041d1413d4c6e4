import { anyOf, nullable, oneOf, type Read, shape, textThat } from '../shape';
import { cloudNames, type CloudName } from './clouds';
import { isGuid } from './guid';

/** What came of asking whether a cloud knows a tenant. Nothing in it is the directory's own words. */
export type TenantAnswer =
  | {
      readonly outcome: 'found';
      /** The directory's GUID, lower-case. */
      readonly tenantId: string;
      /** Microsoft's code of the region (`EU`, `NA`); null where it names none. */
      readonly region: string | null;
    }
  /** It is a tenant of another cloud; null: of one that the answer does not name. */
  | { readonly outcome: 'other-cloud'; readonly cloud: CloudName | null }
  | {
      readonly outcome:
        /** The cloud knows no such tenant. */
        | 'unknown'
        | 'offline'
        /** No answer within 15 s. */
        | 'late'
        /** The service cannot answer now, or somebody else answers in its place. */
        | 'unavailable';
    };

/** True for what can be the code of a region. */
export function isRegion(text: string): boolean {
  return /^[A-Z]{2,6}$/.test(text);
}

/** Reads a stored {@link TenantAnswer}. */
export const readTenantAnswer: Read<TenantAnswer> = anyOf<Read<TenantAnswer>>(
  shape({ outcome: oneOf('found'), tenantId: textThat(isGuid), region: nullable(textThat(isRegion)) }),
  shape({ outcome: oneOf('other-cloud'), cloud: nullable(oneOf(...cloudNames)) }),
  shape({ outcome: oneOf('unknown', 'offline', 'late', 'unavailable') }),
);
