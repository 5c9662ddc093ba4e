import fc, { type Arbitrary } from 'fast-check';

const two = (max: number, min = 0) => fc.integer({ min, max }).map((one) => String(one).padStart(2, '0'));

const zones = fc.oneof(
  fc.constantFrom('Z', 'z'),
  fc
    .tuple(fc.constantFrom('+', '-'), two(23), two(59))
    .map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
);

const fractions = fc.oneof(fc.constant(''), fc.stringMatching(/^\.[0-9]{1,9}$/));

const days = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Texts that are a `date-time` of RFC 3339, of any day, fraction and zone. */
export const dateTimes: Arbitrary<string> = fc
  .tuple(days, fc.constantFrom('T', 't'), two(23), two(59), two(59), fractions, zones)
  .map(
    ([day, t, hour, minute, second, fraction, zone]) =>
      `${day}${t}${hour}:${minute}:${second}${fraction}${zone}`,
  );

const often = <T>(usual: Arbitrary<T>, ...odd: readonly T[]) =>
  fc.oneof({ arbitrary: usual, weight: 6 }, { arbitrary: fc.constantFrom(...odd), weight: 1 });

/** Texts that look like one: here and there a part is out of range, missing or written otherwise. */
export const nearlyDateTimes: Arbitrary<string> = fc
  .tuple(
    fc.tuple(often(fc.constantFrom('0000', '1900', '2000', '2024', '2025'), '25', '+2025'), two(13), two(31)),
    often(fc.constantFrom('T', 't'), ' ', '_', '\n', ''),
    often(fc.tuple(two(24), two(60), two(60)), ['23', '59', '60'], ['12', '29'], ['1', '2', '3']),
    often(fractions, '.', ',5'),
    often(zones, '', '+08', '+0800', '+24:00', '-08:60', ' UTC', 'Z\n'),
  )
  .map(([day, t, time, fraction, zone]) => `${day.join('-')}${t}${time.join(':')}${fraction}${zone}`);
