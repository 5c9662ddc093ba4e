/** As many symbols of a block are looked at: of other bytes hardly any has so many that are allowed. */
const SYMBOLS = 16;

/** The order in which a block gives the lengths of the codes of its code lengths (RFC 1951, section 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Whether bytes may begin a stream of deflate (RFC 1951): to try it costs a hundred times as much as this. */
export function mayBeDeflated(bytes: Uint8Array, from = 0): boolean {
  if (bytes.length - from < 3) return false;
  const bits = bitsOf(bytes, from);
  bits(1);
  switch (bits(2)) {
    case 0:
      return (((bytes[from + 1] ?? 0) | ((bytes[from + 2] ?? 0) << 8)) ^ 0xffff) === complement(bytes, from);
    case 1:
      return mayBeFixed(bits, bytes.length - from);
    case 2:
      return mayBeDynamic(bits);
    default:
      return false;
  }
}

function complement(bytes: Uint8Array, from: number): number {
  return (bytes[from + 3] ?? 0) | ((bytes[from + 4] ?? 0) << 8);
}

type Bits = (count: number) => number;

/** Gives the next bits, the lowest first; zeros behind the last. */
function bitsOf(bytes: Uint8Array, from: number): Bits {
  let at = from * 8;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, at += 1) {
      value |= (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
    }
    return value;
  };
}

/** The codes of the code lengths fill all there is, or there is no such block. */
function mayBeDynamic(bits: Bits): boolean {
  if (bits(5) > 29 || bits(5) > 29) return false;
  const lengths = ORDER.slice(0, bits(4) + 4).map(() => bits(3));
  return lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 128 >> length), 0) === 128;
}

/** With the codes of RFC 1951, section 3.2.6, no match reaches back to before the beginning. */
function mayBeFixed(bits: Bits, length: number): boolean {
  let given = 0;
  const next = (count: number, code: number) => {
    let value = code;
    for (let bit = 0; bit < count; bit += 1) value = (value << 1) | bits(1);
    return value;
  };
  for (let symbol = 0; symbol < Math.min(SYMBOLS, length - 2); symbol += 1) {
    const seven = next(7, 0);
    const eight = seven < 24 ? null : next(1, seven);
    if (seven === 0) return given > 0;
    if (eight !== null && (eight < 192 || eight >= 200)) {
      if (eight >= 200) next(1, eight);
      given += 1;
      continue;
    }
    const long = eight === null ? seven - 1 : eight - 192 + 23;
    if (long > 28) return false;
    const more = long < 8 || long === 28 ? 0 : (long >> 2) - 1;
    const matched = (long < 8 ? 3 + long : long === 28 ? 258 : ((4 + (long & 3)) << more) + 3) + bits(more);
    const distance = next(5, 0);
    if (distance > 29) return false;
    const extra = distance < 4 ? 0 : (distance >> 1) - 1;
    const base = distance < 4 ? distance + 1 : ((2 + (distance & 1)) << extra) + 1;
    if (base + bits(extra) > given) return false;
    given += matched;
  }
  return true;
}
