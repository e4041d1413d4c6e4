import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { findTrace, type Traceable } from './find-trace';
import { SignInFailure, type SignInFailureCode } from './failure';
import { askedWaitMs } from './http';

/** What the directory said, in its own words: the `error` of a callback or of an answer, and what refines it. */
export interface DirectoryError extends Omit<Traceable, 'description'> {
  readonly error: string;
  /** `error_subcode` of a callback, `suberror` of an answer. */
  readonly subcode?: string | null | undefined;
  /** Only ever searched for its AADSTS number and the ids of the answer. */
  readonly description?: string | null | undefined;
  /** JSON text. */
  readonly claims?: string | null | undefined;
  readonly retryAfterMs?: number | null;
}

/** Codes of the standards, and Entra's own `invalid_tenant`. */
const BY_ERROR: Readonly<Record<string, SignInFailureCode>> = {
  access_denied: 'declined',
  consent_required: 'needs-approval',
  login_required: 'needs-sign-in',
  interaction_required: 'needs-sign-in',
  account_selection_required: 'needs-sign-in',
  invalid_grant: 'needs-sign-in',
  unauthorized_client: 'wrong-configuration',
  invalid_client: 'wrong-configuration',
  invalid_tenant: 'wrong-configuration',
  invalid_scope: 'wrong-configuration',
  invalid_resource: 'wrong-configuration',
  invalid_request: 'wrong-configuration',
  unsupported_response_type: 'wrong-configuration',
};

/** @see https://learn.microsoft.com/dotnet/api/microsoft.identity.client.uirequiredexceptionclassification */
const BY_SUBCODE: Readonly<Record<string, SignInFailureCode>> = {
  cancel: 'declined',
  consent_required: 'needs-approval',
  message_only: 'blocked',
};

/**
 * Microsoft says that its numbers can change. They only refine what the code already says; without them a person
 * still reads something true.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const BY_NUMBER: ReadonlyMap<string, SignInFailureCode> = new Map([
  ...rows('declined', ['65004']),
  ...rows('needs-approval', ['65001', '65005', '90094', '90095', '650056']),
  ...rows('blocked', ['53000', '53001', '53002', '53003', '530002', '530003']),
  ...rows('foreign-account', ['50020', '50034', '500208']),
  ...rows('not-assigned', ['50105']),
  ...rows('wrong-configuration', ['50194', '90002', '700016', '9002332']),
  ...rows('wrong-redirect', ['50011', '7000218', '9002325', '9002326', '9002327']),
  ...rows('unavailable', ['50196', '90033']),
]);

function rows(code: SignInFailureCode, numbers: readonly string[]): [string, SignInFailureCode][] {
  return numbers.map((number) => [number, code]);
}

/** The checks that fail when somebody else answers: a proxy, a gateway, an overloaded front end. */
const NOT_THE_DIRECTORY: readonly (string | undefined)[] = [
  oauth.RESPONSE_IS_NOT_CONFORM,
  oauth.RESPONSE_IS_NOT_JSON,
];

/** What a failure of any kind means for the person. Nothing of the original goes with it but a short code. */
export function readFailure(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error;
  if (error instanceof oauth.AuthorizationResponseError) {
    return readDirectoryError({
      error: error.error,
      subcode: error.cause.get('error_subcode'),
      description: error.error_description,
      claims: error.cause.get('claims'),
    });
  }
  if (error instanceof oauth.ResponseBodyError) return readErrorBody(error.response, error.cause);
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    const { code, cause } = error;
    const answer = cause instanceof Response ? cause : null;
    const serviceCode = answer?.ok === false ? `HTTP ${answer.status}` : (code ?? null);
    return new SignInFailure(readCheck(code), { serviceCode, retryAfterMs: answer && askedWaitMs(answer) });
  }
  return new SignInFailure('unavailable');
}

/** What it means that a check of an answer failed. */
function readCheck(check: string | undefined): SignInFailureCode {
  if (check === oauth.JWT_TIMESTAMP_CHECK) return 'clock-wrong';
  return NOT_THE_DIRECTORY.includes(check) ? 'unavailable' : 'not-trusted';
}

const errorBody = v.object({
  error: v.string(),
  suberror: v.optional(v.string()),
  error_description: v.optional(v.string()),
  claims: v.optional(v.string()),
  correlation_id: v.optional(v.unknown()),
  trace_id: v.optional(v.unknown()),
  timestamp: v.optional(v.unknown()),
});

/** What an answer other than 200 means; `unavailable` where the body is not the directory's. */
export function readErrorBody(answer: Response, body: unknown): SignInFailure {
  const { status } = answer;
  const retryAfterMs = askedWaitMs(answer);
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  const read = v.safeParse(errorBody, body);
  if (!isRefusal || !read.success) {
    return new SignInFailure('unavailable', { serviceCode: `HTTP ${status}`, retryAfterMs });
  }
  const { suberror, error_description, ...said } = read.output;
  return readDirectoryError({ ...said, subcode: suberror, description: error_description, retryAfterMs });
}

function readDirectoryError(said: DirectoryError): SignInFailure {
  const { error, subcode, claims = null, retryAfterMs = null } = said;
  const description = said.description ?? '';
  const number = /AADSTS(\d{4,8})/.exec(description)?.[1];
  const code = find(BY_SUBCODE, subcode ?? '') ?? BY_NUMBER.get(number ?? '') ?? readError(error, number);
  const shown = number === undefined ? error : `AADSTS${number}`;
  const serviceCode = /^\w{1,64}$/.test(shown) ? shown : null;
  const trace = findTrace({ ...said, description });
  return new SignInFailure(code, { serviceCode, claims, trace, retryAfterMs });
}

/** Nobody is told that they said no where the directory has a reason of its own, even one that is not known here. */
function readError(error: string, number: string | undefined): SignInFailureCode {
  if (error === 'access_denied' && number !== undefined) return 'blocked';
  return find(BY_ERROR, error) ?? 'unavailable';
}

function find(
  table: Readonly<Record<string, SignInFailureCode>>,
  word: string,
): SignInFailureCode | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
