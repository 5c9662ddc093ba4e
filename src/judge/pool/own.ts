import { sameInstant } from '../../contract/date-time.ts';
import type { PluginView } from '../../contract/plugin.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Row } from '../../model/scenario.ts';
import { scenarios } from '../../scenarios/scenarios.ts';
import type { Subject } from '../rule.ts';
import { poolBeforeIndex } from './around.ts';
import { pluginIn, resourceOf } from './seen.ts';

/** Rows whose requests go to the plug-in of the settings itself. */
const OWN_ROWS: readonly Row[] = ['installed', 'no-credentials', 'undocumented-method'];

const OWN_PROBES: ReadonlySet<string> = new Set(
  scenarios
    .flatMap((scenario) => scenario.probes)
    .filter((probe) => OWN_ROWS.includes(probe.row))
    .map((probe) => probe.id),
);

/** The URL of the plug-in that the suite installs and deletes; null where no request went there yet. */
export function ownUrl({ evidence, earlier }: Subject): string | null {
  for (const { exchanges } of [evidence, ...earlier]) {
    const own = exchanges.find(isOwn);
    if (own !== undefined) return resourceOf(own);
  }
  return null;
}

/** The template of that plug-in; null where no request went there yet. */
export function ownTemplate(subject: Subject): string | null {
  const segment = ownUrl(subject)?.split('/').at(-1);
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    // A secret that was replaced may leave half of an encoded character.
    return segment;
  }
}

/** What Show, or else List, gave of the instance before the last try; null where neither did. */
export function givenInstance(subject: Subject): PluginView | null {
  const { shown, listed } = given(subject);
  if (shown === undefined || listed === undefined) return shown ?? listed ?? null;
  return {
    ...shown,
    templateName: shown.templateName ?? listed.templateName,
    name: shown.name ?? listed.name,
    creationTimestamp: shown.creationTimestamp ?? listed.creationTimestamp,
    version: shown.version ?? listed.version,
    inputs: shown.inputs === undefined ? listed.inputs : shown.inputs,
  };
}

/** What List gave of it, whatever Show did; null where it did not. */
export function listedInstance(subject: Subject): PluginView | null {
  return given(subject).listed ?? null;
}

/** Whether an entry of a List is the given instance of a template; one with another time is another instance. */
export function isInstance(entry: PluginView, template: string, given: PluginView | null): boolean {
  const isNamed = entry.templateName === template || (entry.name !== null && entry.name === given?.name);
  const created = given?.creationTimestamp ?? null;
  return (
    isNamed &&
    (created === null || entry.creationTimestamp === null || sameInstant(entry.creationTimestamp, created))
  );
}

interface Given {
  readonly shown?: PluginView | undefined;
  readonly listed?: PluginView | undefined;
}

function given(subject: Subject): Given {
  const { evidence, probe, exchange } = subject;
  if (exchange === null) return {};
  const shown = evidence.exchanges
    .filter((one) => one.probe === probe.id && one.purpose === 'read-back' && one.index < exchange.index)
    .map(pluginIn)
    .findLast((plugin) => plugin !== null)?.what;
  const template = ownTemplate(subject);
  const pool = poolBeforeIndex(subject, exchange.index)?.what;
  const listed = pool?.find(({ templateName }) => templateName !== null && templateName === template);
  return { shown, listed };
}

function isOwn({ purpose, probe }: Exchange): boolean {
  return purpose === 'settle' || (purpose === 'probe' && probe !== null && OWN_PROBES.has(probe));
}
