import type { Body } from '../../engine/model/exchange.ts';

/** Whether two bodies are equal; of those that were condensed the hash of their whole text counts. */
export function isSameBody(one: Body, other: Body): boolean {
  return (
    one.data === other.data &&
    one.encoding === other.encoding &&
    one.bytesOnWire === other.bytesOnWire &&
    one.codingError === other.codingError &&
    one.codingUnsupported === other.codingUnsupported &&
    one.truncated === other.truncated &&
    one.notKept === other.notKept &&
    one.condensed?.sha256 === other.condensed?.sha256
  );
}
