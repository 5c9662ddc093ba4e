import type { Search } from './search.ts';
import type { Sink } from './sink.ts';
import { openUnpacker, type Unpacker } from './unpack.ts';

/** At once so much is unpacked, in bytes: it becomes at most a thousand times as much. */
const PIECE = 16 * 1024;

/**
 * No more is unpacked of one archive, in bytes. A body of the target's may be one that never ends; to hide a secret
 * behind so much the target would have to want to, and it knows the secret anyway.
 */
const MOST = 2 * 1024 ** 3;

/** Where the bytes begin as a zip or a gzip does, gives each file in it to a sink of its own. */
export function archives(search: Search, inside: () => Sink): Sink {
  let head = Buffer.alloc(0);
  let unpacker: Unpacker | null | undefined;
  let file: Sink | null = null;
  let left = MOST;

  const unpack = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length && unpacker && left > 0 && !search.found; at += PIECE) {
      try {
        unpacker(bytes.subarray(at, at + PIECE));
      } catch {
        // What is broken here gives nothing more, to nobody.
        unpacker = null;
      }
    }
  };
  return {
    push: (bytes) => {
      if (unpacker !== undefined) {
        unpack(bytes);
        return;
      }
      // The beginning may come in pieces.
      head = Buffer.concat([head, bytes]);
      if (head.length < 4) return;
      unpacker = openUnpacker(head, {
        onFile: () => {
          file?.end();
          file = inside();
        },
        onBytes: (unpacked) => {
          left -= unpacked.length;
          file?.push(unpacked);
        },
      });
      unpack(head);
    },
    // Also of an archive that is cut off: what came of it was given on.
    end: () => file?.end(),
  };
}
