import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { accessDenied, GraphRefusal } from './graph-refusal';
import type { Person } from './people';

/** Who calls, as their access token says. */
export interface Caller {
  readonly person: Person;
  readonly scopes: ReadonlySet<string>;
}

/** What a token is checked against. */
export interface TokenRules {
  readonly keys: JWTVerifyGetKey;
  /** Of every tenant. */
  readonly issuers: string[];
  readonly audience: string;
  readonly authorizationUri: string;
  readonly people: readonly Person[];
}

/** Reads the `Authorization` header. Throws a `GraphRefusal` with status 401 for anything but a valid access token. */
export async function readCaller(authorization: string | undefined, rules: TokenRules): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw invalidToken('Access token is empty.', rules);
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuers,
      audience: rules.audience,
      typ: 'at+jwt',
    });
    const person = rules.people.find(({ objectId }) => objectId === payload['oid']);
    if (!person) throw invalidToken('The identity of the token is unknown.', rules);
    return { person, scopes: new Set(String(payload['scp']).split(' ')) };
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) {
      throw invalidToken('Lifetime validation failed, the token is expired.', rules);
    }
    if (cause instanceof errors.JOSEError) throw invalidToken('Access token validation failure.', rules);
    throw cause;
  }
}

/** Throws a `GraphRefusal` with status 403 where the token lacks the permission. */
export function requireScope({ scopes }: Caller, access: 'read' | 'write'): void {
  const enough = scopes.has('User.ReadWrite') || (access === 'read' && scopes.has('User.Read'));
  if (!enough) throw accessDenied('ErrorInsufficientPermissionsInAccessToken');
}

/** The 401 of Graph; with `claims` (JSON text) it is a challenge that a new token has to answer. */
export function invalidToken(message: string, rules: TokenRules, claims?: string): GraphRefusal {
  const challenge = [
    'Bearer realm=""',
    `authorization_uri="${rules.authorizationUri}"`,
    'client_id="00000003-0000-0000-c000-000000000000"',
    ...(claims === undefined
      ? []
      : ['error="insufficient_claims"', `claims="${Buffer.from(claims).toString('base64')}"`]),
  ].join(', ');
  return new GraphRefusal(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': challenge });
}
