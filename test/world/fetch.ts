import type { Life } from './life';
import type { Service } from './service';

/** `fetch` as one worker has it. A request that has left goes its way, whatever becomes of who sent it. */
export function fetchFor(service: Pick<Service, 'fetch'>, life: Life) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const about = [`${init.method ?? 'GET'} ${url}`];
    const response = await life.call({ point: 'fetch', about }, () => service.fetch(url, init));
    life.tell({ point: 'answer', about }, 'before');
    life.tell({ point: 'answer', about }, 'after');
    return life.whileAlive(Promise.resolve(response));
  };
}
