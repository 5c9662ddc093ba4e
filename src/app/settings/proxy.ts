import { ambiguity } from '../../suites/modelarts-plugins/settings/ambiguous.ts';
import type { Sources } from './sources.ts';

/** Those that `proxy-from-env` reads for an https URL; the first that is set counts. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/** The URL of the proxy in front of an endpoint; null where none is, or where it is wrong, which is then told. */
export function readProxy(
  endpoint: string | null,
  { environment, proxyFor }: Sources,
  names: readonly string[],
  problems: string[],
): string | null {
  // Plain http is allowed to this machine alone, and a proxy would read the credentials in it.
  if (endpoint === null || !/^https:/i.test(endpoint)) return null;
  const found = proxyFor(endpoint);
  if (found === '') return null;
  const name = VARIABLES.find((one) => environment[one]) ?? 'HTTPS_PROXY';
  const isBare = environment[name]?.includes('://') === false;
  // Without a scheme `proxy-from-env` takes the endpoint's; nearly everybody else, plain http.
  const proxy = isBare ? found.replace(/^https:/, 'http:') : found;
  const problem = proxyProblem(proxy, names);
  if (problem === null) return proxy;
  const told = `\`${name}\` ${problem}; right would be e.g. \`http://proxy.example.com:3128\`.`;
  if (!problems.includes(told)) problems.push(told);
  return null;
}

/** What is wrong with a proxy's URL, without quoting its user or password; null where nothing is. */
function proxyProblem(text: string, names: readonly string[]): string | null {
  if (!URL.canParse(text)) return 'is no URL of a proxy';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:')
    return `names a \`${protocol}\` proxy, which is not spoken`;
  if (hostname === '') return 'names no host';
  if (!isEncoded(username) || !isEncoded(password)) return 'holds a `%` that encodes nothing';
  const ambiguous = ambiguity(decodeURIComponent(password), names);
  return ambiguous === null ? null : `holds a password that ${ambiguous}`;
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
