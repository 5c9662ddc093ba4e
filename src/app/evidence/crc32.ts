/** The polynomial of zip, gzip and PNG, its bits reversed. */
const POLYNOMIAL = 0xedb88320;
/** So many bytes are taken at once. */
const AT_ONCE = 4;

const [T0, T1, T2, T3] = tables();

/** The CRC-32 of these bytes behind those that `before` is the sum of: Node has one of its own from 20.15 on alone. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let at = 0;
  // A typed array that is read inside its length gives a number; the zeros are for the compiler.
  for (const end = bytes.length - (AT_ONCE - 1); at < end; at += AT_ONCE) {
    sum ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    sum =
      (T3[sum & 0xff] ?? 0) ^
      (T2[(sum >>> 8) & 0xff] ?? 0) ^
      (T1[(sum >>> 16) & 0xff] ?? 0) ^
      (T0[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) sum = (sum >>> 8) ^ (T0[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}

/** What each byte makes of the sum, with none to three bytes behind it. */
function tables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256).map((_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    return sum;
  });
  const next = (table: Int32Array) => table.map((sum) => (sum >>> 8) ^ (first[sum & 0xff] ?? 0));
  const [second, third] = [next(first), next(next(first))];
  return [first, second, third, next(third)];
}
