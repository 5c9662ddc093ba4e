import type { Body } from '../model/exchange.ts';

/**
 * Gives the first of all bodies that are equal: most looks find what the one before found, and what is known of a body
 * by its object is then worked out, and kept in memory, once.
 */
export function keepBodies(): (body: Body) => Body {
  const first = new Map<string, Body>();
  return (body) => {
    const { codingError, truncated, data, encoding, bytesOnWire } = body;
    if (codingError !== undefined || truncated !== undefined) return body;
    const before = first.get(data);
    if (before?.encoding === encoding && before.bytesOnWire === bytesOnWire) return before;
    first.set(data, body);
    return body;
  };
}
