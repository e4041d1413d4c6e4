import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { ExchangeLog } from './exchange-log';
import { readFaultSettings, type Faults } from './faults';
import { readText } from './node-http';

/** What other processes can steer over HTTP, as tests in the same process do by calling. */
export interface Control {
  readonly faults: Faults;
  readonly log: ExchangeLog;
  reset(): void;
}

/** True for the paths that are the emulator's own and never in the log. */
export function isControlPath(url: string | undefined): boolean {
  return url?.startsWith('/-/') ?? false;
}

/** `POST` and `DELETE /-/faults`, `GET /-/log`, `POST /-/reset`; 400 for faults that are not understood. */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  control: Control,
): Promise<void> {
  const { faults, log } = control;
  const text = await readText(request);
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case 'POST /-/faults':
      send(response, ...setFaults(faults, text));
      return;
    case 'DELETE /-/faults':
      faults.reset();
      send(response, 204);
      return;
    case 'GET /-/log':
      send(response, 200, log.entries);
      return;
    case 'POST /-/reset':
      control.reset();
      send(response, 204);
      return;
    default:
      send(response, 404);
  }
}

function setFaults(faults: Faults, text: string): [status: number, body?: unknown] {
  try {
    faults.set(readFaultSettings(JSON.parse(text)));
    return [204];
  } catch (error) {
    if (error instanceof SyntaxError || v.isValiError(error)) return [400, { error: error.message }];
    throw error;
  }
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, body === undefined ? {} : { 'Content-Type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
