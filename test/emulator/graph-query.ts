import { badRequest } from './graph-refusal';

/** The OData query options of one request. */
export interface GraphQuery {
  /** Null where every property is wanted. */
  readonly select: readonly string[] | null;
  readonly top: number | null;
  readonly skip: number;
}

/** Where a page starts and how long the pages of its list are; travels as `$skiptoken`. */
export interface PageMark {
  readonly start: number;
  readonly size: number;
}

/** Reads `$select`, `$top` and `$skip`. Throws a `GraphRefusal` with status 400 for anything that is not understood. */
export function readQuery(
  parameters: URLSearchParams,
  type: string,
  properties: readonly string[],
): GraphQuery {
  for (const name of parameters.keys()) {
    if (name.startsWith('$') && !['$select', '$top', '$skip', '$skiptoken'].includes(name)) {
      throw badRequest(`The query option '${name}' is not emulated.`);
    }
  }
  const select = parameters.get('$select')?.split(',') ?? null;
  const unknown = select?.find((name) => !properties.includes(name));
  if (unknown !== undefined) {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type '${type}'.`,
    );
  }
  return { select, top: readCount(parameters, '$top'), skip: readCount(parameters, '$skip') ?? 0 };
}

/** The properties that were selected; all of them where none were. */
export function selectProperties(entity: object, { select }: GraphQuery): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !select || select.includes(name)));
}

/** The page that a `$skiptoken` names; null without one. */
export function readPageMark(parameters: URLSearchParams): PageMark | null {
  const token = parameters.get('$skiptoken');
  if (token === null) return null;
  const [start, size] = token.split('-').map(Number);
  if (!start || !size) throw badRequest('The skip token is malformed.');
  return { start, size };
}

/** The absolute address of a later page: the same request with a `$skiptoken`. */
export function nextLink(origin: string, path: string, parameters: URLSearchParams, mark: PageMark): string {
  const next = new URLSearchParams(parameters);
  next.set('$skiptoken', `${mark.start}-${mark.size}`);
  return `${origin}${path}?${next.toString()}`;
}

function readCount(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name);
  if (text === null) return null;
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value '${text}' for the query option '${name}'.`);
  return Number(text);
}
