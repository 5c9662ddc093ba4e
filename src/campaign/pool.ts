import { type PluginView, readPlugin, readPluginList } from '../contract/plugin.ts';
import type { Exchange, Purpose } from '../model/exchange.ts';
import type { Names } from '../model/scenario.ts';
import { ask, askPatiently, type Walk } from './session.ts';
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
  const listed = readList(exchange);
  if (listed.plugins !== null) walk.state.listed = true;
  return listed;
}

/** What an exchange says of the pool; `plugins` is null where it is no answered List. */
export function readList(exchange: Exchange): Listed {
  return { exchange, plugins: exchange.purpose === 'list' ? readPluginList(jsonOf(exchange)) : null };
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
  const { poolName, templateName } = walk.plan.names;
  return plugins.filter((plugin) =>
    plugin.templateName === null
      ? plugin.name === `${poolName}-${templateName}`
      : plugin.templateName === templateName,
  );
}

/** What tells this plug-in from another of its name. */
export function instanceOf({ creationTimestamp, name }: PluginView): Instance {
  return { creationTimestamp, name };
}

/** Whether a plug-in is this instance, as far as both are known. */
export function isInstance(plugin: PluginView, instance: Instance): boolean {
  return (
    agree(instantOf(plugin.creationTimestamp), instantOf(instance.creationTimestamp)) &&
    agree(plugin.name, instance.name)
  );
}

/** Whether it is this instance beyond doubt: nothing but the time of its creation tells it from another. */
export function isSurely(plugin: PluginView, instance: Instance): boolean {
  return (
    plugin.creationTimestamp !== null && instance.creationTimestamp !== null && isInstance(plugin, instance)
  );
}

/** The status of a whole answer; null where none came. */
export function statusOf({ response, trouble }: Exchange): number | null {
  return trouble === null ? (response?.status ?? null) : null;
}

/** Whether an answer, whole or not, says that the request was accepted. */
export function isAccepted(exchange: Exchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 200 && status < 300;
}

/** The same moment may be written with another zone. */
function instantOf(timestamp: string | null): string | number | null {
  const instant = timestamp === null ? Number.NaN : Date.parse(timestamp);
  return Number.isNaN(instant) ? timestamp : instant;
}

function agree(a: string | number | null, b: string | number | null): boolean {
  return a === null || b === null || a === b;
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
