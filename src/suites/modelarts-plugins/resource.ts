import { Digest } from '../../engine/contract/digest.ts';
import { isObject, member } from '../../engine/contract/json-value.ts';
import type { OperationId } from '../../engine/model/exchange.ts';
import type { BriefResource, ListedBriefly, Names, ResourceView } from '../../engine/model/resource.ts';
import type { Resource } from '../../lifecycle/walk/walked-suite.ts';
import { documentedMaps, documentedNames } from './documented-names.generated.ts';
import { guardPath } from './guard.ts';
import { listPath, pluginPath } from './paths.ts';
import { createBody } from './scenarios/create-body.ts';
import { PLUGIN } from './words.ts';

/** As many resources of a plug-in as are looked at. */
const MOST_RESOURCES = 1000;

/** Reads one plug-in object; null where it is no object. */
export function readPlugin(value: unknown): ResourceView | null {
  if (!isObject(value)) return null;
  const metadata = member(value, 'metadata');
  const spec = member(value, 'spec');
  const template = member(spec, 'template');
  const status = member(value, 'status');
  const uids = uidsOf(member(status, 'resources'));
  const time = member(metadata, 'creationTimestamp') ?? member(metadata, 'creationtimestamp');
  return {
    item: text(member(template, 'name')),
    name: text(member(metadata, 'name')),
    creationTimestamp: text(time),
    ...(typeof time === 'string' || time == null ? {} : { oddTime: time }),
    phase: text(member(status, 'phase')),
    version: text(member(template, 'version')),
    inputs: member(template, 'inputs'),
    spec,
    ...(uids === null ? {} : { uids }),
  };
}

function uidsOf(resources: unknown): ReadonlyMap<string, string> | null {
  if (!Array.isArray(resources)) return null;
  const uids = new Map<string, string>();
  for (const resource of resources.slice(0, MOST_RESOURCES)) {
    const involved = member(resource, 'involvedObject');
    const uid = text(member(involved, 'uid'));
    const key = ['kind', 'namespace', 'name'].map((one) => text(member(involved, one)));
    if (uid !== null && uid !== '') uids.set(JSON.stringify(key), uid);
  }
  return uids.size === 0 ? null : uids;
}

const shown = new WeakMap<object, ResourceView | null>();

/** Reads the plug-in that a Show describes; null where its answer describes none: `{}` and an error do not. */
export function readShown(value: unknown): ResourceView | null {
  if (!isObject(value)) return null;
  const before = shown.get(value);
  if (before !== undefined) return before;
  const plugin = describedBy(value);
  shown.set(value, plugin);
  return plugin;
}

function describedBy(value: Readonly<Record<string, unknown>>): ResourceView | null {
  const plugin = readPlugin(value);
  if (plugin === null) return null;
  const { item, name, creationTimestamp, phase, version, spec } = plugin;
  const said = [item, name, creationTimestamp, phase, version].some((one) => one !== null);
  return said || isObject(spec) ? plugin : null;
}

const listed = new WeakMap<
  object,
  { readonly poolName: string; readonly plugins: readonly ResourceView[] }
>();

/**
 * Reads a List answer's `items`; null where there is no such array. An entry without a `spec` still has a name, which
 * is `<pool>-<template>` in every published example.
 */
export function readPluginList(value: unknown, poolName: string): readonly ResourceView[] | null {
  const items = member(value, 'items');
  const kind = text(member(value, 'kind'));
  // Some writers leave an empty list out, or write it as null.
  if ((items === undefined || items === null) && kind?.endsWith('List')) return [];
  if (!Array.isArray(items)) return null;
  const before = listed.get(items);
  if (before?.poolName === poolName) return before.plugins;
  const plugins = items.flatMap((item) => readPlugin(item) ?? []).map((one) => withTemplate(one, poolName));
  listed.set(items, { poolName, plugins });
  return plugins;
}

function withTemplate(plugin: ResourceView, poolName: string): ResourceView {
  const item = plugin.item ?? templateIn(plugin.name, poolName);
  return item === plugin.item ? plugin : { ...plugin, item };
}

/** The template in a name as every published example has it; null where it is none. */
function templateIn(name: string | null, poolName: string): string | null {
  return name?.startsWith(`${poolName}-`) === true ? name.slice(poolName.length + 1) : null;
}

/** The same of the entries of a List that was too long to be kept. */
export function readListedBriefly(
  { table, stretches }: ListedBriefly,
  poolName: string,
): readonly ResourceView[] {
  const plugins: ResourceView[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    for (let place = stretches[at] ?? 0; place < (stretches[at + 1] ?? 0); place += 1) {
      const plugin = table[place];
      if (plugin !== undefined) plugins.push(withTemplate(withSpec(plugin), poolName));
    }
  }
  return plugins;
}

/** A file may have the hash of a `spec` alone. */
function withSpec(plugin: BriefResource): ResourceView {
  const { spec, specHash } = plugin;
  return spec !== undefined || specHash === undefined ? plugin : { ...plugin, spec: new Digest(specHash) };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The plug-in of a pool, as a resource that is created, shown, listed and deleted. */
export const resource: Resource = {
  words: PLUGIN.words,
  keys: { project: 'projectId', collection: 'poolName', item: 'templateName', source: 'pluginSource' },
  operations: { create: 'CreatePlugin', show: 'ShowPlugin', list: 'ListPlugins', delete: 'DeletePlugin' },
  readItem: readPlugin,
  // One copy of a sibling page spells the time of the creation in small letters.
  documented: { names: new Set([...documentedNames, 'creationtimestamp']), maps: new Set(documentedMaps) },
  readShown,
  readList: readPluginList,
  readListedBriefly,
  otherNames: ({ name }, poolName) => [templateIn(name, poolName) ?? []].flat(),
  phases: { underWay: ['Pending', 'Updating'], failed: 'Abnormal', leaving: 'Deleting' },
  denials: { documented: [404, 400], drift: [410] },
  path: pathOf,
  guard: guardPath,
  isNamedBy,
  createBody,
};

function pathOf(prefix: string, operation: OperationId | null, names: Names): string {
  const isOfPool = operation === 'ListPlugins' || operation === 'CreatePlugin';
  return (isOfPool ? listPath : pluginPath)(prefix, names);
}

function isNamedBy(names: Names): boolean {
  try {
    guardPath(pluginPath('', names), '');
    return true;
  } catch {
    return false;
  }
}
