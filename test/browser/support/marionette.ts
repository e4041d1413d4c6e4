import { connect } from 'node:net';
import { once } from 'node:events';
import * as v from 'valibot';
import { createPacketReader, toPacket } from './marionette-packets';

/** Firefox's own remote protocol, spoken over a local socket. */
export interface Marionette {
  /**
   * Sends one command and resolves with its result. Rejects with `MarionetteError` where Firefox refuses it, or when
   * the connection ends first. The names are those of WebDriver with a prefix.
   * @see https://searchfox.org/firefox-main/source/remote/marionette/driver.sys.mjs
   */
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  disconnect(): void;
}

/** What Firefox answered instead of a result. */
export class MarionetteError extends Error {
  override readonly name = 'MarionetteError';
  /** WebDriver's own word, for example `no such window`. */
  readonly code: string;

  constructor(command: string, code: string, message: string) {
    super(`${command}: ${code}: ${message}`);
    this.code = code;
  }
}

const Reply = v.tuple([
  v.literal(1),
  v.number(),
  v.nullable(v.object({ error: v.string(), message: v.string() })),
  v.unknown(),
]);

interface Waiting {
  readonly command: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Connects to a Firefox that listens on this port of this machine, and begins a WebDriver session. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map<number, Waiting>();
  const readPackets = createPacketReader();
  let lastId = 0;

  socket.on('data', (piece: Buffer) => {
    for (const message of readPackets(piece)) settle(message);
  });
  socket.on('error', end);
  socket.on('close', () => {
    end(new Error('the connection to Firefox ended'));
  });

  const marionette: Marionette = {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { command, resolve, reject });
        socket.write(toPacket([0, lastId, command, parameters]));
      }),
    disconnect() {
      socket.destroy();
    },
  };
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  return marionette;

  function settle(message: unknown): void {
    // The greeting is the one message that answers nothing.
    if (!Array.isArray(message)) return;
    const [, id, failure, result] = v.parse(Reply, message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (failure) asked?.reject(new MarionetteError(asked.command, failure.error, failure.message));
    else asked?.resolve(result);
  }

  function end(reason: Error): void {
    for (const { command, reject } of waiting.values()) reject(new Error(`${command}: ${reason.message}`));
    waiting.clear();
  }
}
