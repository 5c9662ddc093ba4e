import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, statSync } from 'node:fs';

/** The first line that is no text in UTF-8; null where all are. UTF-16 without a mark is valid UTF-8, with a NUL beside each letter. */
function lineWithoutUtf8(bytes: Buffer): number | null {
  const isText = (part: Buffer) => isUtf8(part) && !part.includes(0);
  if (isText(bytes)) return null;
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((one) => !isText(Buffer.from(one, 'latin1'))) + 1;
}

/** What is wrong with bytes that are no text in UTF-8; null where nothing is. `shown`: how the file is called. */
export function utf8Problem(bytes: Buffer, shown: string): string | null {
  const line = lineWithoutUtf8(bytes);
  return line === null
    ? null
    : `Line ${line} of ${shown} is no UTF-8, as where an editor or PowerShell wrote UTF-16; right would be the file in UTF-8.`;
}

/** What would be right in the place of a file that cannot be read: where it may lack, and where it is needed. */
export const READABLE = { orNone: 'a file that can be, or none', needed: 'a file that can be' } as const;

/** Says that a file cannot be read, by what the file system throws, and what would be right. */
export function unreadable(error: unknown, shown: string, right: string = READABLE.orNone): string {
  const { code } = error as NodeJS.ErrnoException;
  return `${shown} cannot be read (\`${code}\`); right would be ${right}.`;
}

/** The text of a file in UTF-8, or why there is none to be had, a sentence. `shown`: how the file is called within one. */
export function textIn(
  file: string,
  shown: string,
  right: string = READABLE.orNone,
): { readonly text: string } | { readonly problem: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { problem: unreadable(error, shown.slice(0, 1).toUpperCase() + shown.slice(1), right) };
  }
  const problem = utf8Problem(bytes, shown);
  return problem === null ? { text: bytes.toString('utf8') } : { problem };
}

/** Whether a name stands for a regular file, for something else (a folder, a pipe, a link to nothing), or for nothing. */
export function kindOf(path: string): 'file' | 'other' | 'nothing' {
  try {
    // A run mostly has none: that one look tells.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined) return found.isFile() ? 'file' : 'other';
    return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'nothing' : 'other';
  } catch {
    return 'other';
  }
}
