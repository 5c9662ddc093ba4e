/** Exponents of more digits are compared as they are written: nothing is gained by adding to one. */
const LONGEST_EXPONENT = 1000;

/** The largest double below 2^52 that is no integer; above it there is none. */
const LARGEST_FRACTION = 2 ** 52 - 0.5;

const ZERO = 0x30;

/** The value `0.digits` × 10^power; no zero stands at either end of the digits, and zero itself has none. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly power: bigint;
  /** An exponent that is too long to be added to. */
  readonly beyond: string;
}

/** A number of a JSON text that JavaScript would write otherwise, e.g. `1e400`, 2^53 + 1 or `2.0`. */
export class ExactNumber {
  /** As it was written. */
  readonly text: string;
  #key: string | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The same for every text that has this decimal value, and no other. */
  get key(): string {
    this.#key ??= keyOf(decimalOf(this.text));
    return this.#key;
  }

  /**
   * A double in place of this number, for what knows doubles alone: an integer if this is one, of the same sign, on the
   * same side of every bound that is not its very neighbour, and equal to a constant only if this is.
   */
  standIn(): number {
    const near = Number(this.text);
    const exact = decimalOf(this.text);
    const sign = exact.negative ? -1 : 1;
    const isWhole = exact.beyond === '' ? BigInt(exact.digits.length) <= exact.power : exact.power > 0n;
    if (!Number.isFinite(near)) return sign * (isWhole ? Number.MAX_VALUE : LARGEST_FRACTION);
    const order = compared(exact, decimalOf(String(near)));
    if (order === 0) return near;
    const beside = neighbour(near, order);
    return isWhole || !Number.isInteger(beside) ? beside : sign * LARGEST_FRACTION;
  }
}

/** A number as it was written: a double where that says the same, in the same words. */
export function numberOf(text: string): number | ExactNumber {
  const value = Number(text);
  return String(value) === text ? value : new ExactNumber(text);
}

function decimalOf(text: string): Decimal {
  const negative = text.startsWith('-');
  const mark = text.search(/e/i);
  const mantissa = text.slice(negative ? 1 : 0, mark < 0 ? text.length : mark);
  const point = mantissa.indexOf('.');
  const whole = point < 0 ? mantissa : mantissa.slice(0, point);
  const all = point < 0 ? mantissa : whole + mantissa.slice(point + 1);
  let [from, to] = [0, all.length];
  while (from < to && all.charCodeAt(from) === ZERO) from += 1;
  while (to > from && all.charCodeAt(to - 1) === ZERO) to -= 1;
  if (from === to) return { negative: false, digits: '', power: 0n, beyond: '' };
  const { exponent, beyond } = exponentOf(mark < 0 ? '0' : text.slice(mark + 1));
  const shift = BigInt(whole.length - from);
  return { negative, digits: all.slice(from, to), power: exponent + shift, beyond };
}

function exponentOf(text: string): { exponent: bigint; beyond: string } {
  const negative = text.startsWith('-');
  let from = /^[+-]/.test(text) ? 1 : 0;
  while (from < text.length - 1 && text.charCodeAt(from) === ZERO) from += 1;
  const digits = text.slice(from);
  const isLong = digits.length > LONGEST_EXPONENT;
  const size = isLong ? 10n ** BigInt(LONGEST_EXPONENT) : BigInt(digits);
  return { exponent: negative ? -size : size, beyond: isLong ? digits : '' };
}

function keyOf({ negative, digits, power, beyond }: Decimal): string {
  return `${negative ? '-' : ''}${digits}e${power}${beyond === '' ? '' : `e${beyond}`}`;
}

/** Below 0 where the first is the smaller, 0 where they are equal. */
function compared(one: Decimal, other: Decimal): number {
  if (one.negative !== other.negative || one.digits === '' || other.digits === '') {
    return signOf(one) - signOf(other);
  }
  const sign = signOf(one);
  if (one.power !== other.power) return one.power < other.power ? -sign : sign;
  // Without zeros at their ends, digits after a point are in the order of their texts.
  if (one.digits === other.digits) return 0;
  return one.digits < other.digits ? -sign : sign;
}

function signOf({ negative, digits }: Decimal): number {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

/** The next double in that direction. */
function neighbour(value: number, direction: number): number {
  if (value === 0) return Math.sign(direction) * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  // The bits of doubles of one sign are in the order of their sizes.
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 === direction > 0 ? 1n : -1n));
  return view.getFloat64(0);
}
