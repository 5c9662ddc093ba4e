import { STATUS_CODES } from 'node:http';
import type { HeaderLine } from '../../engine/model/exchange.ts';
import type { Answer } from '../mock/answer.ts';
import type { Wire } from './wire.ts';

const FRAMING: readonly string[] = ['content-length', 'transfer-encoding'];

/** The informational answers, the status line and the headers of an answer with a body of so many bytes. */
export function headOf({ status, headers }: Answer, length: number, wire: Wire): Buffer {
  const { version, reason, informational, spelt, around } = wire;
  const lines: HeaderLine[] = [
    ...Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one): HeaderLine => [name, one]),
    ),
    ...dateLine(wire),
    ...framingLine(wire, length),
    ['connection', wire.keepsAlive && wire.framing !== 'close' ? 'keep-alive' : 'close'],
  ];
  const text = [
    // HTTP/1.0 has none.
    ...(version === '1.1' ? informational.map(interim) : []),
    `HTTP/${version} ${status} ${reason ?? STATUS_CODES[status] ?? ''}\r\n`,
    ...[...lines, ...wire.extra].map(([name, value]) =>
      // Node's parser takes no tab beside what frames a body.
      FRAMING.includes(name)
        ? `${spelt(name)}:${around.join(value).replaceAll('\t', ' ')}\r\n`
        : `${spelt(name)}:${around.join(value)}\r\n`,
    ),
    '\r\n',
  ];
  return Buffer.from(text.join(''), 'latin1');
}

function interim(status: number): string {
  const link = status === 103 ? 'Link: </style.css>; rel=preload; as=style\r\n' : '';
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Wait'}\r\n${link}\r\n`;
}

function dateLine({ dateOff, dateForm }: Wire): readonly HeaderLine[] {
  return dateOff === null ? [] : [['date', dateForm(new Date(Date.now() + dateOff * 1000))]];
}

function framingLine({ framing, trailers }: Wire, length: number): readonly HeaderLine[] {
  switch (framing) {
    case 'length':
      return [['content-length', String(length)]];
    case 'chunked':
      return [
        ['transfer-encoding', 'chunked'],
        ...(trailers.length > 0 ? [['trailer', trailers.map(([name]) => name).join(', ')] as const] : []),
      ];
    case 'close':
      return [];
  }
}
