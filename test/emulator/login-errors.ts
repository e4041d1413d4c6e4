import { randomUUID } from 'node:crypto';
import type { errors } from 'oidc-provider';

/**
 * The numbers under which Entra reports what went wrong.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const TEXTS = {
  50011:
    'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  50076:
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
  50194:
    'Application is not configured as a multi-tenant application. Usage of this endpoint is not supported for such applications.',
  50058: 'A silent sign-in request was sent but no user is signed in.',
  54005: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
  65001: 'The user or administrator has not consented to use the application.',
  65004: 'User declined to consent to access the app.',
  70000: 'Provided grant is invalid or malformed.',
  70003: 'The app requested an unsupported grant type.',
  70008: 'The provided authorization code has expired.',
  70011: 'The provided value for the input parameter scope is not valid.',
  90002:
    'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.',
  90094: 'The grant requires administrator permission.',
  90095: 'The grant requires administrator permission. The user has asked for it.',
  501481: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  700016: 'Application was not found in the directory.',
  700084:
    'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 24 hours, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  900144: 'The request body must contain a parameter that is missing.',
  9002326: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  9002327:
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
} as const;

export type EntraCode = keyof typeof TEXTS;

/** The number and its sentence, as they begin every `error_description`. */
export function entraText(code: EntraCode): string {
  return `AADSTS${code}: ${TEXTS[code]}`;
}

/** The JSON with which the token endpoint refuses. `description` may begin with an AADSTS number. */
export function tokenErrorBody(error: string, description: string): Record<string, unknown> {
  const ids = newIds();
  const number = /^AADSTS(\d+)/.exec(description)?.[1];
  return {
    error,
    error_description: describe(description, ids),
    error_codes: number === undefined ? [] : [Number(number)],
    ...ids,
  };
}

/** The same in the words with which an answer to a redirect address ends: there they stand nowhere else. */
export function traced(description: string): string {
  return describe(description, newIds());
}

function newIds() {
  return {
    timestamp: `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`,
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  };
}

function describe(description: string, ids: ReturnType<typeof newIds>): string {
  return `${description} Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${ids.timestamp}`;
}

/** What Entra would call a failure of the token endpoint. */
export function toEntraError(failure: errors.OIDCProviderError): { error: string; description: string } {
  switch (failure.error) {
    case 'invalid_client':
      return { error: 'unauthorized_client', description: entraText(700016) };
    case 'invalid_grant':
      return { error: 'invalid_grant', description: entraText(grantCode(failure.error_detail ?? '')) };
    case 'invalid_scope':
      return { error: 'invalid_scope', description: entraText(70011) };
    case 'unsupported_grant_type':
      return { error: 'unsupported_grant_type', description: entraText(70003) };
    default:
      return { error: failure.error, description: failure.error_description ?? entraText(900144) };
  }
}

/** The number of an error that is shown as a page, because the application cannot be trusted with an answer. */
export function pageCode(failure: errors.OIDCProviderError | Error): EntraCode {
  switch (failure.message) {
    case 'invalid_client':
      return 700016;
    case 'invalid_redirect_uri':
      return 50011;
    default:
      return 900144;
  }
}

function grantCode(detail: string): EntraCode {
  if (detail === 'refresh token is expired') return 700084;
  if (detail === 'authorization code is expired') return 70008;
  if (detail === 'authorization code already consumed') return 54005;
  return detail.startsWith('code_verifier') ? 501481 : 70000;
}
