import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Answer, bytesOf } from '../mock/answer.ts';
import { headOf } from './head.ts';
import type { Wire } from './wire.ts';

/** As many packets as characters are cut into. */
const MOST_CUT = 4;

/** A writer of answers, straight to the socket: Node's own would spell and frame them in one way. */
export function wireWriter(wire: Wire): (response: ServerResponse, answer: Answer) => boolean {
  let answered = 0;
  return ({ socket }, answer) => {
    const delay = wire.delays[answered % wire.delays.length] ?? 0;
    answered += 1;
    // The client may have gone.
    if (socket === null) return true;
    const body = bytesOf(answer);
    const head = headOf(answer, body.length, wire);
    const pieces = cut(Buffer.concat([head, framed(body, wire)]), head.length, wire);
    const end = () => {
      if (!wire.keepsAlive || wire.framing === 'close') socket.end();
    };
    if (delay === 0) writeAll(socket, pieces, end);
    else setTimeout(() => writeAll(socket, pieces, end), delay);
    return true;
  };
}

function framed(body: Buffer, { framing, chunks, chunkExtension, trailers }: Wire): Buffer {
  if (framing !== 'chunked') return body;
  const parts: (Buffer | string)[] = [];
  let at = 0;
  for (const size of [...chunks, body.length]) {
    const chunk = body.subarray(at, at + size);
    at += chunk.length;
    // A chunk of no bytes is the last one.
    if (chunk.length > 0) parts.push(`${chunk.length.toString(16)}${chunkExtension}\r\n`, chunk, '\r\n');
  }
  parts.push('0\r\n', ...trailers.map(([name, value]) => `${name}: ${value}\r\n`), '\r\n');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

function cut(bytes: Buffer, bodyAt: number, { cuts, cutsCharacters }: Wire): readonly Buffer[] {
  const places = new Set(cuts.map((fraction) => Math.floor(fraction * bytes.length)));
  // The first byte of a character that has several stands at the end of its packet.
  for (let at = bodyAt, found = 0; cutsCharacters && at < bytes.length && found < MOST_CUT; at += 1) {
    if ((bytes[at] ?? 0) < 0xc0) continue;
    places.add(at + 1);
    found += 1;
  }
  const sorted = [...places].sort((a, b) => a - b);
  return [0, ...sorted].map((from, index) => bytes.subarray(from, sorted[index] ?? bytes.length));
}

function writeAll(socket: Socket, [piece, ...rest]: readonly Buffer[], end: () => void): void {
  if (piece === undefined) end();
  else if (socket.writable) socket.write(piece, () => setImmediate(() => writeAll(socket, rest, end)));
}
