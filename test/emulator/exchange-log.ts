import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and what became of it. Carries no token, code, verifier or cookie. */
export interface Exchange {
  /** When the request arrived: ISO 8601 in UTC. */
  readonly at: string;
  readonly server: 'graph' | 'login';
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly origin: string | null;
  /** Null until it is answered, and for ever where the answer was lost. */
  readonly status: number | null;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Graph only: the parsed JSON, or the text where it is none; null without a body. */
  readonly requestBody: unknown;
  readonly clientRequestId: string | null;
  /** Graph only: the object id of the person whose token it carried; null without one that was accepted. */
  readonly caller: string | null;
  /** True once the server did what was asked, whether or not the answer arrived. */
  readonly executed: boolean;
}

/** An exchange that its server still fills in. */
export type OpenExchange = { -readonly [Name in keyof Exchange]: Exchange[Name] };

/** Every exchange of both servers in order of arrival. */
export interface ExchangeLog {
  readonly entries: readonly Exchange[];
  open(server: Exchange['server'], request: IncomingMessage, response: ServerResponse): OpenExchange;
  clear(): void;
}

const HIDDEN = '…';
const SECRET_PARAMETERS = new Set([
  'access_token',
  'client_assertion',
  'code',
  'code_verifier',
  'id_token',
  'id_token_hint',
  'refresh_token',
]);

/** An empty log; `onExchange` hears of each exchange when it has ended, answered or not. */
export function createExchangeLog(onExchange?: (exchange: Exchange) => void): ExchangeLog {
  const entries: Exchange[] = [];
  return {
    entries,
    open(server, request, response) {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const requestHeaders = withoutSecrets(request.headers);
      const exchange: OpenExchange = {
        at: new Date().toISOString(),
        server,
        method: request.method ?? 'GET',
        path: url.pathname,
        query: Object.fromEntries(
          [...url.searchParams].map(([name, value]) => [name, SECRET_PARAMETERS.has(name) ? HIDDEN : value]),
        ),
        origin: request.headers.origin ?? null,
        status: null,
        requestHeaders,
        requestBody: null,
        clientRequestId: requestHeaders['client-request-id'] ?? null,
        caller: null,
        executed: false,
      };
      entries.push(exchange);
      response.once('finish', () => (exchange.status = response.statusCode));
      response.once('close', () => onExchange?.(exchange));
      return exchange;
    },
    clear() {
      entries.length = 0;
    },
  };
}

function withoutSecrets(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (name === 'authorization') return [name, `Bearer ${HIDDEN}`];
      // The address of an earlier page can carry a code.
      return [name, name === 'cookie' || name === 'referer' ? HIDDEN : String(value)];
    }),
  );
}
