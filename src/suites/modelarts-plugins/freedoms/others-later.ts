import fc from 'fast-check';
import type { Plugin } from '../mock/plugin.ts';
import type { Pool } from '../mock/pool.ts';
import { neighbourIn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Does something to a neighbour once the last DELETE was refused and its Lists were answered. */
function afterTheLast(act: (neighbour: Plugin, pool: Pool) => void): Doing {
  return {
    manner: () => {
      let isRefused = false;
      let isDone = false;
      return {
        effect: ({ asked, refusal, pool }, carryOut) => {
          carryOut();
          const isShow = asked.operation === 'ShowPlugin';
          if (asked.operation === 'DeletePlugin' && refusal?.reason === 'no-such-plugin')
            isRefused = asked.names?.item === pool.options.templateName;
          const neighbour = neighbourIn(pool);
          if (!isRefused || !isShow || isDone || neighbour === undefined) return;
          isDone = true;
          act(neighbour, pool);
        },
      };
    },
  };
}

/** What others do once the plug-in was deleted for the last time is their business. */
export const othersLater: Freedom = {
  name: 'others-later',
  ways: [
    {
      title: 'somebody removes a neighbour at the end',
      doing: fc.constant(afterTheLast(({ template }, { plugins }) => plugins.delete(template.name))),
    },
    {
      title: 'somebody upgrades a neighbour at the end',
      doing: fc.constant(
        afterTheLast((neighbour, { plugins }) => {
          const template = { ...neighbour.template, version: '99.0.0' };
          plugins.set(template.name, { ...neighbour, template });
        }),
      ),
    },
    {
      title: 'somebody installs a neighbour anew at the end',
      doing: fc.constant(
        afterTheLast((neighbour, { plugins }) => {
          const creationTimestamp = new Date().toISOString();
          plugins.set(neighbour.template.name, { ...neighbour, creationTimestamp });
        }),
      ),
    },
  ],
};
