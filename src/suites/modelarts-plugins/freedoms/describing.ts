import { isJsonObject, type Json, type JsonObject, jsonMember } from '../../../engine/json.ts';
import type { Context } from '../mock/context.ts';
import type { Manner } from '../mock/deviation.ts';
import type { Plugin } from '../mock/plugin.ts';
import type { Pool } from '../mock/pool.ts';

/** A change of the description of a plug-in, wherever one is answered. */
export type Redescribe = (plugin: JsonObject, context: Context) => Json;

/** A manner that changes each description of a plug-in in an answer: that of a Create, Show or DELETE, and those in a List. */
export function describing(change: Redescribe): Manner {
  return {
    answer: (answer, context) => {
      const { body } = answer;
      if (context.refusal !== null || !isJsonObject(body) || context.asked.operation === 'CreateToken') {
        return answer;
      }
      if (context.asked.operation !== 'ListPlugins') return { ...answer, body: change(body, context) };
      const items = jsonMember(body, 'items');
      if (!Array.isArray(items)) return answer;
      // Array.isArray widens a readonly array to any[].
      const described = (items as readonly Json[]).map((one) =>
        isJsonObject(one) ? change(one, context) : one,
      );
      return { ...answer, body: { ...body, items: described } };
    },
  };
}

/** Whether the description is that of the plug-in which the run installs and deletes. */
export function isOwn(plugin: JsonObject, { pool }: Context): boolean {
  return jsonMember(jsonMember(jsonMember(plugin, 'spec'), 'template'), 'name') === pool.options.templateName;
}

/** The first neighbour of that plug-in; undefined where it has none. */
export function neighbourIn({ plugins, options }: Pool): Plugin | undefined {
  return [...plugins.values()].find(({ template }) => template.name !== options.templateName);
}
