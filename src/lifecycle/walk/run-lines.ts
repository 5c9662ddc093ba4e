import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** So many bytes are read at once. */
const PIECE = 1024 * 1024;

/** The lines of a file, one after the other: all of them together may be more than one text can hold. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const bytes = Buffer.alloc(PIECE);
    let text = '';
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
      const [rest = '', ...begun] = decoder.write(bytes.subarray(0, length)).split('\n');
      text += rest;
      for (const next of begun) {
        yield text;
        text = next;
      }
    }
    yield text + decoder.end();
  } finally {
    closeSync(file);
  }
}
