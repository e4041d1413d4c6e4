import type { Exchange } from '../emulator/exchange-log';

/** One exchange in one line: where, what, how it was answered, and the names of the fields sent. Never a value or a query. */
export function describeExchange({ server, method, path, status, requestBody }: Exchange): string {
  const answer = status === null ? 'no answer' : String(status);
  const fields = fieldNames(requestBody);
  return [server.padEnd(5), method.padEnd(6), path, '→', answer, ...(fields ? [`{ ${fields} }`] : [])].join(
    ' ',
  );
}

function fieldNames(body: unknown): string {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.keys(body).join(', ')
    : '';
}
