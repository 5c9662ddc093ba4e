import fc from 'fast-check';
import { replaced } from '../../../engine/json.ts';
import type { Asked } from '../mock/context.ts';
import { describing, isOwn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Adds an input to the instance in each look from one on. */
function completing(from: (asked: Asked, before: Asked['operation'], lists: number) => boolean): Doing {
  return {
    manner: () => {
      let isComplete = false;
      let before: Asked['operation'] = null;
      let lists = 0;
      const inner = describing((plugin, context) =>
        isComplete && isOwn(plugin, context)
          ? replaced(plugin, ['spec', 'template', 'inputs', 'completed'], true)
          : plugin,
      );
      return {
        ...inner,
        reads: (asked) => {
          if (asked.operation === 'CreatePlugin') isComplete = false;
          if (asked.operation === 'ListPlugins') lists += 1;
          if (from(asked, before, lists)) isComplete = true;
          before = asked.operation;
          return asked;
        },
      };
    },
  };
}

/** A controller completes what was asked for, when it comes to it. */
export const controllers: Freedom = {
  name: 'controllers',
  rare: true,
  ways: [
    {
      title: 'a controller completes the `spec` just after the install',
      doing: fc.constant(
        completing((asked, before) => asked.operation === 'ListPlugins' && before === 'ListPlugins'),
      ),
    },
    {
      title: 'a controller completes the `spec` later',
      // By then the refusals are under way, and a List that follows a Show is one before the next.
      doing: fc
        .integer({ min: 8, max: 20 })
        .map((at) =>
          completing(
            ({ operation }, before, lists) =>
              operation === 'ListPlugins' && before === 'ShowPlugin' && lists >= at,
          ),
        ),
    },
  ].map((way) => ({ ...way, without: ['inputs', 'members', 'trouble'] })),
};
