import { sameInstant } from '../contract/date-time.ts';
import { type PluginView, readPlugin, readPluginList } from '../contract/plugin.ts';
import type { Exchange, Purpose } from '../model/exchange.ts';
import type { Names } from '../model/scenario.ts';
import { statusOf } from './answer.ts';
import { ask, askPatiently, type Walk, waitFor } from './session.ts';
import type { Instance } from './state.ts';

/** A List's answer; `plugins` is null where it was none that can be read. */
export interface Listed {
  readonly exchange: Exchange;
  readonly plugins: readonly PluginView[] | null;
}

/** A Show's answer; `plugin` is null where it was no 200 with an object. */
export interface Shown {
  readonly exchange: Exchange;
  readonly plugin: PluginView | null;
  /** True where the endpoint says that there is no such plug-in. */
  readonly absent: boolean;
}

/** Lists the pool; trouble on the way is met with patience. */
export async function list(walk: Walk, probe: string | null): Promise<Listed> {
  const exchange = await askPatiently(walk, {
    purpose: 'list',
    operation: 'ListPlugins',
    method: 'GET',
    names: walk.plan.names,
    probe,
  });
  const listed = readList(walk, exchange);
  if (listed.plugins !== null) walk.state.listed = true;
  return listed;
}

/** What an exchange says of the pool; `plugins` is null where it is no answered List. */
export function readList({ plan }: Walk, exchange: Exchange): Listed {
  if (exchange.purpose !== 'list') return { exchange, plugins: null };
  return { exchange, plugins: readPluginList(jsonOf(exchange), plan.names.poolName) };
}

/** Shows one plug-in. */
export async function show(
  walk: Walk,
  purpose: Purpose,
  probe: string | null,
  names: Names = walk.plan.names,
): Promise<Shown> {
  const asked = { purpose, operation: 'ShowPlugin', method: 'GET', names, probe } as const;
  // A wait asks again anyway.
  const exchange = await (purpose === 'settle' ? ask : askPatiently)(walk, asked);
  const status = statusOf(exchange);
  return {
    exchange,
    plugin: readPlugin(jsonOf(exchange)),
    absent: status === 404 || status === 400 || status === 410,
  };
}

/** Asks Show until it says that the plug-in is not there, within the settle time; false where the time is over. */
export async function untilAbsent(walk: Walk, what: string): Promise<boolean> {
  const { templateName } = walk.plan.names;
  const look = async () => ((await show(walk, 'settle', null)).absent ? true : null);
  return (await waitFor(walk, `until \`${templateName}\` is ${what}`, look)) !== null;
}

/** Asks for an install of the template. */
export function create(walk: Walk): Promise<Exchange> {
  const { names, templateVersion, templateInputs } = walk.plan;
  const template = {
    name: names.templateName,
    ...(templateVersion === null ? {} : { version: templateVersion }),
    ...(templateInputs === null ? {} : { inputs: templateInputs }),
  };
  return askPatiently(walk, {
    purpose: 'install',
    operation: 'CreatePlugin',
    method: 'POST',
    names,
    probe: null,
    body: JSON.stringify({ apiVersion: 'v2', kind: 'Plugin', spec: { template } }),
  });
}

/** The entries of a List that stand for the template, in any state and of any origin. */
export function entriesOf(walk: Walk, plugins: readonly PluginView[]): readonly PluginView[] {
  const { templateName } = walk.plan.names;
  return plugins.filter((plugin) => plugin.templateName === templateName);
}

/** What tells this plug-in from another of its name. */
export function instanceOf({ creationTimestamp, name }: PluginView): Instance {
  return { creationTimestamp, name };
}

/** Whether a plug-in is this instance, as far as both are known. */
export function isInstance(plugin: PluginView, instance: Instance): boolean {
  const agrees = plugin.name === null || instance.name === null || plugin.name === instance.name;
  const [one, other] = [plugin.creationTimestamp, instance.creationTimestamp];
  return agrees && (one === null || other === null || sameInstant(one, other));
}

/** Whether it is this instance beyond doubt: nothing but the time of its creation tells it from another. */
export function isSurely(plugin: PluginView, instance: Instance): boolean {
  return (
    plugin.creationTimestamp !== null && instance.creationTimestamp !== null && isInstance(plugin, instance)
  );
}

/** The body of a whole 200 answer; undefined where it is no JSON. */
function jsonOf(exchange: Exchange): unknown {
  const body = exchange.response?.body;
  if (statusOf(exchange) !== 200 || body === undefined || body.encoding !== 'utf-8') return undefined;
  try {
    return JSON.parse(body.data);
  } catch {
    return undefined;
  }
}
