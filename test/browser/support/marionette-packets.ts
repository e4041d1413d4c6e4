/** One message as Marionette frames it: its length in bytes, a colon, then the message as JSON. */
export function toPacket(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`${body.length}:`), body]);
}

/**
 * Puts messages together again from the pieces in which a socket delivers them: each call takes the next piece and
 * gives the messages that it completes, parsed. Throws on a frame without a length.
 */
export function createPacketReader(): (piece: Buffer) => unknown[] {
  let rest = Buffer.alloc(0);
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    const messages: unknown[] = [];
    for (;;) {
      const colon = rest.indexOf(':');
      if (colon < 0) return messages;
      const sizeBytes = Number(rest.subarray(0, colon).toString());
      if (!Number.isInteger(sizeBytes)) throw new Error('Marionette sent a packet without a length');
      const end = colon + 1 + sizeBytes;
      if (rest.length < end) return messages;
      messages.push(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  };
}
