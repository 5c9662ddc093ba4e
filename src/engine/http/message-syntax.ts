import { type Head, headerFault, headOf, startFault } from './message-head.ts';

/** Where in an answer something is. */
export interface Spot {
  /** The line, one character a byte; null where it is more than one. */
  readonly line: string | null;
  /** The status, where its line could be read. */
  readonly status: number | null;
  /** Whether the head of the answer is sound. */
  readonly isInBody: boolean;
}

/** How an answer breaks RFC 9112, and where. */
export interface Breach extends Spot {
  /** In words that follow a colon. */
  readonly what: string;
}

/** Reads the bytes of an answer as they come: Node's parser reads more than RFC 9112 allows where it is to read folded lines. */
export interface MessageReader {
  readonly read: (bytes: Buffer) => void;
  /** The first breach; null where there is none so far. */
  readonly breach: () => Breach | null;
  /** Where it has got: Node's parser may refuse a line before it has come whole. */
  readonly spot: () => Spot;
  /** Whether what came begins as HTTP, or may still do so. */
  readonly isHttp: () => boolean;
  /** What came behind the head of an answer that ends with it, as far as it came at once: 64 KiB at most. */
  readonly behindHead: () => Buffer;
}

type Place = 'start' | 'head' | 'size' | 'data' | 'after-data' | 'trailers' | 'done';

const LF = 0x0a;

/** Statuses whose answers end with their head, whatever it says (RFC 9112, section 6.3). */
export const ENDS_WITH_HEAD: readonly (number | null | undefined)[] = [101, 204, 304];

/** As much of what comes behind such a head is kept, in bytes. */
const MOST_BEHIND = 64 * 1024;

/** A reader of one answer, with the informational ones before it. */
export function readMessage(): MessageReader {
  let place: Place = 'start';
  let head: Head = headOf(null);
  let pending = '';
  /** Bytes of the chunk that are still to come. */
  let left = 0;
  let breach: Breach | null = null;
  let isHttp = true;
  const behind: Buffer[] = [];
  let behindLength = 0;

  const spotAt = (line: string | null): Spot => ({
    line: line === null ? null : line.trimEnd(),
    status: head.status,
    isInBody: place !== 'start' && place !== 'head',
  });
  const broken = (what: string, line: string | null) => {
    breach ??= { what, ...spotAt(line) };
    place = 'done';
  };
  const readStart = (line: string) => {
    // RFC 9112, section 2.2: empty lines before an answer are skipped.
    if (line === '') return;
    isHttp = /^[ \t]*http\//i.test(line);
    if (!isHttp) {
      place = 'done';
      return;
    }
    head = headOf(line);
    place = 'head';
    const fault = startFault(line);
    if (fault !== null) broken(fault, line);
  };
  const readField = (line: string) => {
    const fault = headerFault(head, line);
    if (fault !== null) broken(fault, line);
  };
  const endHead = () => {
    const fault = head.framing();
    if (fault !== null) return broken(fault, null);
    const { status } = head;
    if (status !== null && status >= 100 && status < 200 && status !== 101) {
      place = 'start';
      return;
    }
    place = !ENDS_WITH_HEAD.includes(status) && head.isChunked() ? 'size' : 'done';
  };
  const readSize = (line: string) => {
    const [digits = ''] = /^[\da-f]+/i.exec(line) ?? [];
    const behind = line.slice(digits.length);
    if (digits !== '' && behind !== '' && behind.trim() === '') {
      return broken('a chunk has a space behind its size', line);
    }
    // RFC 9112, section 7.1.1: spaces before an extension are read.
    if (digits === '' || (behind !== '' && !behind.trimStart().startsWith(';'))) {
      return broken('the size of a chunk is no hexadecimal number', line);
    }
    left = Number.parseInt(digits, 16);
    if (!Number.isSafeInteger(left)) return broken('the size of a chunk is beyond any body', line);
    place = left === 0 ? 'trailers' : 'data';
  };
  const readLine = (line: string) => {
    if (!line.endsWith('\r\n')) return broken('a line ends in a line feed alone', line);
    const text = line.slice(0, -2);
    if (text.includes('\r')) return broken('a line has a carriage return within it', line);
    if (place === 'start') readStart(text);
    else if (place === 'size') readSize(text);
    else if (text !== '') readField(text);
    else if (place === 'trailers') place = 'done';
    else endHead();
  };
  /** Gives where the next part begins. */
  const readAt = (bytes: Buffer, at: number): number => {
    if (place === 'data') {
      const taken = Math.min(left, bytes.length - at);
      left -= taken;
      if (left === 0) place = 'after-data';
      return at + taken;
    }
    const needed = place === 'after-data' ? at + 2 - pending.length : bytes.indexOf(LF, at) + 1;
    const end = needed === 0 ? bytes.length : Math.min(needed, bytes.length);
    pending += bytes.toString('latin1', at, end);
    if (place === 'after-data') {
      if (pending.length === 2 || pending[0] !== '\r') endData();
    } else if (needed !== 0) {
      const line = pending;
      pending = '';
      readLine(line);
    }
    return end;
  };
  const endData = () => {
    const behind = pending;
    pending = '';
    if (behind === '\r\n') place = 'size';
    else if (behind.startsWith('\n')) broken('a line ends in a line feed alone', null);
    else broken('a chunk is longer than its size says', null);
  };
  return {
    read: (bytes) => {
      let at = 0;
      while (at < bytes.length && place !== 'done') at = readAt(bytes, at);
      // Behind a 101 another protocol begins.
      if (breach !== null || head.status === 101 || !ENDS_WITH_HEAD.includes(head.status)) return;
      const more = bytes.subarray(at, at + MOST_BEHIND - behindLength);
      behind.push(more);
      behindLength += more.length;
    },
    breach: () => breach,
    spot: () => spotAt(pending === '' ? null : pending),
    behindHead: () => Buffer.concat(behind),
    isHttp: () => isHttp && (place !== 'start' || mayBeginHttp(pending.trimStart().toLowerCase())),
  };
}

function mayBeginHttp(beginning: string): boolean {
  return beginning.startsWith('http/') || 'http/'.startsWith(beginning);
}
