/** What is made of so many characters at most is kept for good: a run has hundreds of such bodies. */
const SMALL = 8 * 1024;

/** Of what is made of more, the last are kept that were made of so many characters together: each may take twenty times as much. */
const MOST_LARGE = 4 * 1024 * 1024;

/** What was worked out once, by the object that it was made from. */
export interface Remembered<Key extends object, Value> {
  readonly get: (key: Key) => Value | undefined;
  /** `size`: of how many characters it is made. */
  readonly set: (key: Key, value: Value, size: number) => void;
}

/** Remembers what was worked out: of what is small all, of what is large the last. */
export function remembered<Key extends object, Value>(): Remembered<Key, Value> {
  const small = new WeakMap<Key, Value>();
  const large = new Map<Key, { readonly value: Value; readonly size: number }>();
  let sizes = 0;
  return {
    get: (key) => small.get(key) ?? large.get(key)?.value,
    set: (key, value, size) => {
      if (size <= SMALL) {
        small.set(key, value);
        return;
      }
      large.set(key, { value, size });
      sizes += size;
      for (const [oldest, one] of large) {
        if (sizes <= MOST_LARGE || oldest === key) break;
        large.delete(oldest);
        sizes -= one.size;
      }
    },
  };
}
