import { isManaged, type StoredLanguage } from '../emulator/graph-entity';
import { accessDenied, badRequest, GraphRefusal } from '../emulator/graph-refusal';
import { readLanguageBody } from '../emulator/graph-validation';
import type { Author, Profiles, ServiceRules } from './profiles';
import type { Asked, Method, PlainAnswer } from './service-log';

const LIST = '/beta/me/profile/languages';

/** What the routes work on. */
export interface Routed {
  readonly profiles: Profiles;
  readonly rules: ServiceRules;
  /** How old the profile is that a read sees. */
  readonly lagMs: number;
}

/** The request as the service sees it. Throws for one that no browser would send, or that breaks the house's rules. */
export function readAsked(
  url: string,
  init: RequestInit,
  { nth, atMs, tokens }: Pick<Asked, 'nth' | 'atMs'> & { tokens: ReadonlyMap<string, string> },
): Asked {
  const headers = new Headers(init.headers);
  const { pathname, search } = new URL(url);
  const token = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const isJson = headers.get('content-type') === 'application/json';
  if ((typeof init.body === 'string') !== isJson) throw new Error(`${url}: the body has no type, or no body`);
  return {
    nth,
    atMs,
    account: tokens.get(token) ?? null,
    method: methodOf(init.method),
    path: pathname + search,
    id: pathname.startsWith(`${LIST}/`) ? decodeURIComponent(pathname.slice(LIST.length + 1)) : null,
    body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    requestId: headers.get('client-request-id'),
  };
}

function methodOf(method = 'GET'): Method {
  if (method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'DELETE') return method;
  throw new Error(`The extension has no business with ${method}.`);
}

/** Does what was asked, as strictly as the service does it, and gives its answer. */
export function answerTruly(asked: Asked, routed: Routed): PlainAnswer {
  try {
    return route(asked, routed);
  } catch (error) {
    if (error instanceof GraphRefusal) return refusal(error.status, error.code);
    throw error;
  }
}

function route(asked: Asked, { profiles, rules, lagMs }: Routed): PlainAnswer {
  const { method, path, account, id } = asked;
  if (account === null) return refusal(401, 'InvalidAuthenticationToken', { 'www-authenticate': 'Bearer' });
  const author: Author = { by: 'client', requestId: asked.requestId };
  if (method === 'GET' && path === '/beta/me?$select=companyName')
    return json(200, { companyName: 'Contoso' });
  if (method === 'GET' && path === LIST) return json(200, { value: profiles.languagesOf(account, lagMs) });
  if (method === 'POST' && path === LIST) {
    return json(201, profiles.create(account, readFields(asked, rules), author));
  }
  if (id === null) throw new GraphRefusal(404, 'Request_ResourceNotFound');
  const current = profiles.languagesOf(account).find((each) => each.id === id);
  if (!current) throw new GraphRefusal(404, 'UnknownError');
  if (isManaged(current)) throw accessDenied('ErrorAccessDeniedForRole');
  if (method === 'DELETE') {
    profiles.remove(account, id, author);
    return { status: 204, headers: { 'request-id': 'a-request' }, body: '' };
  }
  if (method !== 'PATCH') throw new GraphRefusal(405, 'MethodNotAllowed');
  const changed = profiles.update(account, id, readFields(asked, rules), author);
  return json(200, changed ?? {});
}

function readFields({ body }: Asked, { refusesProficiency }: ServiceRules): Partial<StoredLanguage> {
  const fields = readLanguageBody(body);
  if (refusesProficiency && 'proficiency' in fields) throw badRequest("No property 'proficiency'.");
  return fields;
}

function json(status: number, body: object): PlainAnswer {
  const headers = { 'content-type': 'application/json;odata.metadata=minimal', 'request-id': 'a-request' };
  return { status, headers, body: JSON.stringify(body) };
}

/** The service's error envelope. */
export function refusal(
  status: number,
  code = 'UnknownError',
  headers: Readonly<Record<string, string>> = {},
): PlainAnswer {
  const answer = json(status, { error: { code, message: '', innerError: {} } });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
