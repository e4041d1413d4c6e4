import type { User } from '@microsoft/microsoft-graph-types-beta';
import type { Faults } from './faults';
import { createOne, deleteOne, getOne, listAll, updateOne } from './graph-languages';
import { readQuery, selectProperties } from './graph-query';
import { accessDenied, GraphRefusal } from './graph-refusal';
import type { GraphRequest } from './graph-request';
import type { Answer } from './graph-response';
import { requireScope, type Caller } from './graph-token';
import type { ProfileStore } from './profile-store';

/** What the routes need beside the request. */
export interface GraphService {
  /** Without a trailing slash. */
  readonly origin: string;
  readonly store: ProfileStore;
  readonly faults: Faults;
}

/** One call of one person. `itemId` is the last part of the path, empty where the route has none. */
export interface GraphCall {
  readonly request: GraphRequest;
  readonly caller: Caller;
  readonly itemId: string;
}

type Handler = (call: GraphCall, service: GraphService) => Answer;

interface Route {
  readonly path: RegExp;
  readonly handlers: ReadonlyMap<string, Handler>;
}

const ROUTES: readonly Route[] = [
  { path: /^\/beta\/me$/, handlers: new Map([['GET', getMe]]) },
  { path: /^\/beta\/me\/profile$/, handlers: new Map([['DELETE', refuseToWipe]]) },
  {
    path: /^\/beta\/me\/profile\/languages$/,
    handlers: new Map([
      ['GET', listAll],
      ['POST', createOne],
    ]),
  },
  // The collection contains its languages: there is nothing to reference.
  { path: /^\/beta\/me\/profile\/languages\/\$ref$/, handlers: new Map() },
  {
    path: /^\/beta\/me\/profile\/languages\/(?<itemId>[^/]+)$/,
    handlers: new Map([
      ['GET', getOne],
      ['PATCH', updateOne],
      ['DELETE', deleteOne],
    ]),
  },
];

/** Does what was asked. Throws a `GraphRefusal`: 404 for an unknown path, 405 for a method that it does not have. */
export function route(request: GraphRequest, caller: Caller, service: GraphService): Answer {
  const found = ROUTES.find(({ path }) => path.test(request.path));
  if (!found) {
    throw new GraphRefusal(404, 'Request_ResourceNotFound', `Resource '${request.path}' does not exist.`);
  }
  const handler = found.handlers.get(request.method);
  if (!handler) {
    throw new GraphRefusal(405, 'MethodNotAllowed', 'The method is not allowed on this resource.', {
      Allow: [...found.handlers.keys()].join(', '),
    });
  }
  const itemId = found.path.exec(request.path)?.groups?.['itemId'] ?? '';
  return handler({ request, caller, itemId }, service);
}

function getMe({ request, caller }: GraphCall, { origin }: GraphService): Answer {
  requireScope(caller, 'read');
  const { objectId, name, address, tenant } = caller.person;
  const me = {
    id: objectId,
    displayName: name,
    userPrincipalName: address,
    companyName: tenant.name,
  } satisfies User;
  const query = readQuery(request.parameters, 'microsoft.graph.user', Object.keys(me));
  const selection = query.select ? `(${query.select.join(',')})` : '';
  return {
    status: 200,
    body: {
      '@odata.context': `${origin}/beta/$metadata#users${selection}/$entity`,
      ...selectProperties(me, query),
    },
  };
}

function refuseToWipe(): never {
  throw accessDenied('ErrorAccessDenied');
}
