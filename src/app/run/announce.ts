import { proxyHost } from '../../engine/http/proxy.ts';
import { cutLinesText } from '../../lifecycle/cut-lines.ts';
import { readLedger } from '../../lifecycle/ledger-lines.ts';
import { type Leftover, leftoversIn } from '../../lifecycle/leftovers.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { isUnderWay } from '../../lifecycle/walk/running-process.ts';
import type { RunSuite } from './run-suite.ts';

/** What is about to be tested, in a line; then a line for each leftover that the ledger knows of, and one for its cut lines. */
export function announce(settings: Settings, suite: RunSuite): readonly string[] {
  const cut = cutLinesText(settings.ledger, suite.resource.words);
  const lines = announced(settings, suite);
  return cut === null ? lines : [...lines, cut];
}

function announced(
  { target, deviation, ledger }: Settings,
  { resource, decisive }: RunSuite,
): readonly string[] {
  if (target !== null) {
    const { endpoint, collection, item, proxies } = target;
    const way = proxies.endpoint === null ? '' : ` through the proxy ${proxyHost(proxies.endpoint)}`;
    const what = `Testing ${decisive.method} of \`${item}\` in \`${collection}\` at ${endpoint}${way}`;
    const left = leftoversIn(readLedger(ledger, resource.keys), resource.isNamedBy).filter(
      (one) => !isUnderWay(one, ledger),
    );
    return [what, ...left.map(leftoverText)];
  }
  return [
    `Testing ${decisive.method} of a ${resource.words.item} at the embedded mock${deviation === null ? '' : ', which deviates by'}`,
    ...(deviation === null ? [] : [`  \`${deviation}\``]),
  ];
}

/** What an earlier run left, in a sentence. */
export function leftoverText({ item, collection, endpoint, at, isAccepted }: Leftover): string {
  const left = isAccepted ? 'left' : 'may have left';
  return `The ledger says that the run of ${at} ${left} \`${item}\` in \`${collection}\` at ${endpoint}; \`npx --no conformance sweep\` removes it.`;
}
