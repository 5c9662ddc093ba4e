import { proxyHost } from '../../engine/http/proxy.ts';
import { cutLinesText } from '../../lifecycle/cut-lines.ts';
import { readLedger } from '../../lifecycle/ledger-lines.ts';
import { type Leftover, leftoversIn } from '../../lifecycle/leftovers.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { isUnderWay } from '../../lifecycle/walk/running-process.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';

const { resource } = modelartsPlugins;

/** What is about to be tested, in a line; then a line for each leftover that the ledger knows of, and one for its cut lines. */
export function announce(settings: Settings): readonly string[] {
  const cut = cutLinesText(settings.ledger, resource.words);
  return cut === null ? announced(settings) : [...announced(settings), cut];
}

function announced({ target, deviation, ledger }: Settings): readonly string[] {
  if (target !== null) {
    const { endpoint, collection, item, proxies } = target;
    const way = proxies.endpoint === null ? '' : ` through the proxy ${proxyHost(proxies.endpoint)}`;
    const what = `Testing DELETE of \`${item}\` in \`${collection}\` at ${endpoint}${way}`;
    const left = leftoversIn(readLedger(ledger, resource.keys), resource.isNamedBy).filter(
      (one) => !isUnderWay(one, ledger),
    );
    return [what, ...left.map(leftoverText)];
  }
  return [
    `Testing DELETE of a plug-in at the embedded mock${deviation === null ? '' : `, which deviates by \`${deviation}\``}`,
  ];
}

/** What an earlier run left, in a sentence. */
export function leftoverText({ item, collection, endpoint, at, isAccepted }: Leftover): string {
  const left = isAccepted ? 'left' : 'may have left';
  return `The ledger says that the run of ${at} ${left} \`${item}\` in \`${collection}\` at ${endpoint}; \`npx conformance sweep\` removes it.`;
}
