import fc from 'fast-check';
import type { Body } from '../../../../src/engine/model/exchange.ts';
import { anyName, anyText, anyToken, nested } from './texts.ts';

/** Bodies that no service sends on purpose. */
export const anyBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyToken, { maxLength: 4 }).map((tokens) => text(tokens.join(','))) },
  { weight: 4, arbitrary: fc.array(fc.tuple(anyName, anyToken), { maxLength: 5 }).map(object) },
  { weight: 3, arbitrary: anyText.map((data) => text(data)) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => binary(Buffer.from(bytes))) },
  { weight: 3, arbitrary: fc.tuple(anyToken, fc.uint8Array({ maxLength: 4 })).map(broken) },
  { weight: 2, arbitrary: anyToken.map((token) => text(`\uFEFF${token}`)) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 2, max: 3000 }), anyToken).map(deep) },
  {
    weight: 1,
    arbitrary: fc.tuple(anyText, anyText).map(([data, codingError]) => text(data, { codingError })),
  },
  { weight: 1, arbitrary: anyToken.map((data) => text(data, { truncated: true })) },
);

/** What one of these is made of 50 MB of. */
const MANY = 50_000_000;

/** Bodies of 50 MB, or of a hundred thousand levels: each is made when it is drawn. */
export const hugeBody: fc.Arbitrary<Body> = fc
  .constantFrom<() => string>(
    () => `{"items":[${'{},'.repeat(MANY / 3)}0]}`,
    () => `{${'"__proto__":0,'.repeat(MANY / 14)}"a":1}`,
    () => `{"kind":"${'\\ud800'.repeat(MANY / 6)}"}`,
    () => `{"error_code":"${'A-'.repeat(MANY / 2)}","error_msg":"${' '.repeat(9)}"}`,
    () => `[${'9'.repeat(MANY)}]`,
    () => `"${'\ud800'.repeat(MANY / 2)}"`,
    () => '{"a":'.repeat(MANY / 5),
    () => '['.repeat(MANY),
    () => nested(100_000),
    () => `{"metadata":{"creationTimestamp":"2025-01-01T00:00:00.${'0'.repeat(MANY)}"}}`,
    () => 'at a.'.repeat(MANY / 5),
    () => `${'\\'.repeat(MANY)}"`,
  )
  .map((make) => text(make()));

function text(data: string, more: Partial<Body> = {}): Body {
  return { encoding: 'utf-8', data, bytesOnWire: data.length, ...more };
}

function binary(bytes: Buffer): Body {
  return { encoding: 'base64', data: bytes.toString('base64'), bytesOnWire: bytes.length };
}

/** A JSON text with bytes in it that are no UTF-8. */
function broken([token, bytes]: readonly [string, Uint8Array]): Body {
  return binary(
    Buffer.concat([Buffer.from(`{"kind":"`), Buffer.from(bytes), Buffer.from(`\xff",${token}}`, 'latin1')]),
  );
}

function object(members: readonly (readonly [string, string])[]): Body {
  return text(`{${members.map(([name, token]) => `${JSON.stringify(name)}:${token}`).join(',')}}`);
}

function deep([levels, token]: readonly [number, string]): Body {
  return text(levels % 2 === 0 ? '{"status":'.repeat(levels) + token + '}'.repeat(levels) : nested(levels));
}
