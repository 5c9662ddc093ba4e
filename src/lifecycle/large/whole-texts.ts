import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Body } from '../../engine/model/exchange.ts';

/** So many bytes of whole texts a run keeps: with all else the evidence stays below 256 MB. */
export const MOST_WHOLE = 140_000_000;

/** A text on its way into the file. */
export interface WholeText {
  readonly push: (text: string) => void;
  /** Where it stands now; null where there was no room. */
  readonly end: () => { readonly from: number; readonly to: number } | null;
  /** Takes it out again. */
  readonly drop: () => void;
}

const NOWHERE: WholeText = { push: () => undefined, end: () => null, drop: () => undefined };

/**
 * Appends a text to the file of the whole texts of a run, as it stands between the quotation marks of a JSON string.
 * Without a file, or where that cannot be written, nothing is kept, and the evidence says so.
 */
export function beginWholeText(file: string | null, encoding: Body['encoding']): WholeText {
  if (file === null) return NOWHERE;
  let handle: number;
  try {
    handle = openSync(file, 'a+');
  } catch {
    return NOWHERE;
  }
  const from = fstatSync(handle).size;
  let to = from;
  let isOpen = true;
  // Of base64 three bytes make four characters.
  let rest: Buffer = Buffer.alloc(0);
  const drop = () => {
    if (isOpen) {
      ftruncateSync(handle, from);
      closeSync(handle);
    }
    isOpen = false;
  };
  const write = (text: string) => {
    if (!isOpen) return;
    const bytes = Buffer.from(text);
    try {
      if (to + bytes.length > MOST_WHOLE) return drop();
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      to += bytes.length;
    } catch {
      drop();
    }
  };
  return {
    push: (text) => {
      if (encoding === 'utf-8') return write(JSON.stringify(text).slice(1, -1));
      const bytes = Buffer.concat([rest, Buffer.from(text, 'latin1')]);
      const end = bytes.length - (bytes.length % 3);
      rest = bytes.subarray(end);
      write(bytes.toString('base64', 0, end));
    },
    end: () => {
      write(rest.toString('base64'));
      if (!isOpen) return null;
      isOpen = false;
      closeSync(handle);
      return { from, to };
    },
    drop,
  };
}
