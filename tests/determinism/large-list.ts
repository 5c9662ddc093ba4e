import { Digest, digestOf } from '../../src/engine/contract/digest.ts';
import { ExactNumber } from '../../src/engine/contract/exact-number.ts';
import type { Condensed, Exchange } from '../../src/engine/model/exchange.ts';

/** What stays of a long List. */
export function largeList(): Condensed {
  const known = {
    item: 'a',
    name: 'pool-a',
    creationTimestamp: null,
    phase: 'Running',
    version: '1',
  };
  const specHash = 'f'.repeat(32);
  const spec = { template: { inputs: 'a', size: new ExactNumber('2.0') } };
  const table = [
    { ...known, inputs: undefined, spec: new Digest(specHash), specHash },
    { ...known, item: 'b', inputs: undefined, spec, specHash: digestOf(spec).hash },
  ];
  return {
    ...{ bytes: 1e6, sha256: '0'.repeat(64), state: 'json', partial: false, whole: null },
    items: { table, stretches: [0, 2] },
  };
}

/** The exchange with such a List for its answer's body. */
export function withLargeList(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response === null) return exchange;
  return { ...exchange, response: { ...response, body: { ...response.body, condensed: largeList() } } };
}
