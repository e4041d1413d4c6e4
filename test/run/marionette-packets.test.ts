import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacketReader, toPacket } from '../browser/support/marionette-packets';

describe('a packet of Marionette', () => {
  it('begins with its length in bytes, not in characters', () => {
    expect(toPacket('ø').toString()).toBe('4:"ø"');
  });

  it('is read from any pieces, cut even inside a character', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.nat({ max: 40 })), (messages, cuts) => {
        const sent = messages.map((message): unknown => JSON.parse(JSON.stringify(message)));
        const read = createPacketReader();
        const received = pieces(Buffer.concat(sent.map(toPacket)), cuts).flatMap(read);
        expect(received).toEqual(sent);
      }),
    );
  });

  it('waits for the rest', () => {
    const read = createPacketReader();
    expect(read(Buffer.from('1'))).toEqual([]);
    expect(read(Buffer.from('3:["one packe'))).toEqual([]);
    expect(read(Buffer.from('"]2:{}1:7'))).toEqual([['one packe'], {}, 7]);
  });

  it('is refused without a length', () => {
    expect(() => createPacketReader()(Buffer.from('HTTP/1.1: no'))).toThrow('without a length');
  });
});

/** Cut at these distances, one after the other; what is left is the last piece. */
function pieces(whole: Buffer, cuts: readonly number[]): Buffer[] {
  const cut: Buffer[] = [];
  let from = 0;
  for (const size of cuts) {
    cut.push(whole.subarray(from, from + size));
    from += size;
  }
  return [...cut, whole.subarray(from)];
}
