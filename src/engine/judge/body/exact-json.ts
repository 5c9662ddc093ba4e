import { visit } from 'jsonc-parser';
import { numberOf } from '../../contract/exact-number.ts';
import { setMember } from '../../contract/json-value.ts';

/** An array or object that is being read. */
interface Open {
  readonly value: unknown[] | Record<string, unknown>;
  name: string;
}

/** A JSON text as `JSON.parse` reads it, but no number loses anything. It must be valid, and of bounded depth. */
export function parseExactly(text: string): unknown {
  const open: Open[] = [];
  let whole: unknown;
  const put = (value: unknown) => {
    const inner = open.at(-1);
    if (inner === undefined) whole = value;
    else if (Array.isArray(inner.value)) inner.value.push(value);
    else setMember(inner.value, inner.name, value);
  };
  const begin = (value: Open['value']) => {
    put(value);
    open.push({ value, name: '' });
  };
  const end = () => {
    open.pop();
  };
  visit(text, {
    onObjectBegin: () => begin({}),
    onObjectProperty: (name) => {
      const inner = open.at(-1);
      if (inner !== undefined) inner.name = name;
    },
    onObjectEnd: end,
    onArrayBegin: () => begin([]),
    onArrayEnd: end,
    onLiteralValue: (value: unknown, offset, length) =>
      put(typeof value === 'number' ? numberOf(text.slice(offset, offset + length)) : value),
  });
  return whole;
}
