import { proxyHost } from '../record/proxy.ts';
import type { Settings } from '../settings/settings.ts';

/** What is about to be tested, in a line. */
export function announce({ target, deviation }: Settings): string {
  if (target !== null) {
    const { endpoint, poolName, templateName, proxies } = target;
    const way = proxies.endpoint === null ? '' : ` through the proxy ${proxyHost(proxies.endpoint)}`;
    return `Testing DELETE of \`${templateName}\` in \`${poolName}\` at ${endpoint}${way}`;
  }
  return `Testing DELETE of a plug-in at the embedded mock${deviation === null ? '' : `, which deviates by \`${deviation}\``}`;
}
