import { isJsonObject, type Json } from '../../../engine/json.ts';
import { type Answer, jsonAnswer } from '../../../trials/mock/answer.ts';
import { tokenAnswer } from '../../huaweicloud/mock/token.ts';
import { refusalAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { documented, examples } from './deviations/documented.generated.ts';
import { namesOf } from './options.ts';
import { describePlugin, type Plugin, phaseAt } from './plugin.ts';
import { install, remove } from './pool.ts';

/** What an accepted request does to the pool. A refused one does nothing. */
export function carryOut({ asked, pool, plugin, refusal, now }: Context): void {
  if (refusal !== null) return;
  if (asked.operation === 'CreatePlugin' && asked.template !== null)
    install(pool, asked.template, asked.at, now);
  if (asked.operation === 'DeletePlugin' && plugin !== null) remove(pool, plugin.template.name, now);
}

/** The conforming answer to a request that was carried out; `visible` are the plug-ins that it sees. */
export function prepareAnswer(context: Context, visible: readonly Plugin[]): Answer {
  const { asked, pool, plugin, refusal, now } = context;
  if (refusal !== null) return refusalAnswer(refusal, asked.requestId);
  switch (asked.operation) {
    case 'CreateToken':
      return tokenAnswer(asked.body, pool);
    case 'CreatePlugin':
      return created(context);
    case 'ListPlugins':
      return jsonAnswer(200, {
        kind: 'PluginList',
        apiVersion: 'v2',
        items: visible.map((one) => describePlugin(one, phaseAt(one, now), false)),
      });
    case 'ShowPlugin':
      if (plugin === null) break;
      return jsonAnswer(200, describePlugin(plugin, phaseAt(plugin, now), asked.detail));
    case 'DeletePlugin':
      return deletedAnswer(plugin ?? imagined(context), now);
    default:
      break;
  }
  throw new Error(`A ${asked.method} was accepted that no operation answers.`);
}

/**
 * The 200 of a DELETE: the instance as it was before (reading 2 of the contradictions), with every optional member; those
 * that the mock knows nothing of as the description's example has them.
 */
export function deletedAnswer(plugin: Plugin, now: number): Answer {
  const example = examples.find(({ key }) => key === '200')?.body;
  return jsonAnswer(200, completed(describePlugin(plugin, phaseAt(plugin, now), true), example, ''));
}

/** A body with the members that an example has beside its own; what no members are documented of is left as it is. */
function completed(body: Json, example: Json | undefined, at: string): Json {
  const holds = documented[200].some((field) => field.at !== '' && field.at.startsWith(at));
  if (!isJsonObject(body) || !isJsonObject(example) || !holds) return body;
  const names = new Set([...Object.keys(body), ...Object.keys(example)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const own = body[name];
      const other = example[name];
      return [name, own === undefined ? (other ?? null) : completed(own, other, `${at}${name}.`)];
    }),
  );
}

/** An instance of the names that a request gives, for deviations that claim to have deleted what never was. */
export function imagined({ asked, pool, now }: Context): Plugin {
  const { collection: poolName, item: templateName } = asked.names ?? namesOf(pool.options);
  return {
    poolName,
    template: { name: templateName, version: '1.0.0', inputs: {} },
    creationTimestamp: '2025-01-01T00:00:00Z',
    runningAt: now,
    goneAt: null,
  };
}

function created({ asked, pool }: Context): Answer {
  const plugin = pool.plugins.get(asked.template?.name ?? '');
  if (plugin === undefined) throw new Error('A Create was accepted and nothing was installed.');
  return jsonAnswer(200, describePlugin(plugin, 'Pending', false));
}
