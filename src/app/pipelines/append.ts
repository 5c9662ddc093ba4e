import { appendFileSync, closeSync, constants, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

const LINE_FEED = 10;

/**
 * Appends a text to a file, on a line of its own: made by how many bytes stand there already, and nothing where it is
 * ''. Throws where it cannot be written whole; then nothing of it stands there.
 */
export function appendTo(path: string, textAfter: (bytes: number) => string): void {
  // To read and to write: a FIFO is then opened at once, whoever is at its other end.
  const file = openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT);
  try {
    const found = fstatSync(file);
    if (!found.isFile() && !found.isCharacterDevice()) throw new Error('it is no regular file');
    const before = found.isFile() ? found.size : 0;
    // What others wrote last may have no end of its line.
    const between = before === 0 || lastByte(file, before) === LINE_FEED ? '' : '\n';
    const text = textAfter(before + between.length);
    if (text === '') return;
    try {
      appendFileSync(file, between + text);
    } catch (error) {
      // Half a line would be an error of the step.
      if (found.isFile()) ftruncateSync(file, before);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

function lastByte(file: number, size: number): number | undefined {
  const bytes = Buffer.alloc(1);
  readSync(file, bytes, 0, 1, size - 1);
  return bytes[0];
}
