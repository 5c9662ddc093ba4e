import { packingOf } from './archives.ts';
import type { Search } from './look-through.ts';
import type { Sink } from './sink.ts';
import { openUnpacker, PIECE } from './unpack-pieces.ts';

/** What is not longer is unpacked as a whole, and in a fraction of the time. In bytes. */
const WHOLE = 1024 * 1024;

/** Where the bytes begin as an archive does, gives each file in it to a sink of its own; what is not long is looked through in any case. */
export function archives(search: Search, depth: number, inside: () => Sink): Sink {
  let head: Buffer | null = Buffer.alloc(0);
  let unpacker: ((bytes: Uint8Array) => void) | null = null;
  let file: Sink | null = null;

  const unpack = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length && unpacker !== null && search.held !== 'secret'; at += PIECE) {
      try {
        unpacker(bytes.subarray(at, at + PIECE));
      } catch {
        // What is broken here gives nothing more, to nobody.
        unpacker = null;
      }
    }
  };
  const onBytes = (unpacked: Uint8Array) => {
    const { allowance } = search.look;
    allowance.pay(unpacked.length);
    if (allowance.most() > 0) {
      file?.push(unpacked);
      return;
    }
    search.held ??= 'unlooked';
    throw new Error('The budget is spent.');
  };
  const onFile = () => {
    file?.end();
    file = inside();
  };
  return {
    push: (bytes) => {
      if (head === null) {
        search.look.allowance.timed(() => unpack(bytes));
        return;
      }
      head = Buffer.concat([head, bytes]);
      if (head.length <= WHOLE) return;
      const packing = packingOf(head);
      if (packing !== null && depth <= 0) search.held ??= 'unlooked';
      else if (packing !== null) unpacker = openUnpacker(packing, { onFile, onBytes });
      const begun = head;
      head = null;
      search.look.allowance.timed(() => unpack(begun));
    },
    end: () => {
      if (head !== null) {
        const packed = search.look.inArchives(head, false, depth);
        if (packed !== null && search.held !== 'secret') search.held = packed.held;
      }
      // Also of an archive that is cut off: what came of it was given on.
      file?.end();
    },
  };
}
