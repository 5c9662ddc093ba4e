import fc from 'fast-check';
import type { Asked } from '../../../mock/context.ts';
import { jsonMember, replaced } from '../../../mock/json.ts';
import { undeleted } from '../../../mock/pool.ts';
import { describing, isOwn } from '../describing.ts';
import type { Doing, Freedom } from '../freedom.ts';

/** Milliseconds by which the clock of the service is off, or by which a local time called UTC is. */
const OFF_MS = [-300_000, 300_000, -8 * 3_600_000, 9.5 * 3_600_000, 5.75 * 3_600_000, -840_000];

/** The time of an instance is that of the service, which nobody compares with the gateway's. */
export const clocks: Freedom = {
  name: 'clocks',
  ways: [
    {
      title: 'the clock of the service is not that of the gateway',
      doing: fc.constantFrom(...OFF_MS).map(
        (offMs): Doing => ({
          manner: () =>
            describing((plugin, context) => {
              const time = jsonMember(jsonMember(plugin, 'metadata'), 'creationTimestamp');
              const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
              if (Number.isNaN(at) || !isOwn(plugin, context)) return plugin;
              const other = new Date(at + offMs).toISOString();
              return replaced(plugin, ['metadata', 'creationTimestamp'], other);
            }),
        }),
      ),
      without: ['date', 'trouble', 'timestamps', 'members'],
    },
  ],
};

/** Reads from several replicas, of which one is behind for a while. */
export const replicas: Freedom = {
  name: 'replicas',
  ways: [
    {
      title: 'Show flaps for a while once the plug-in is gone',
      doing: fc.integer({ min: 20, max: 300 }).map(
        (forMs): Doing => ({
          manner: () => {
            let shows = 0;
            return {
              sees: (installed, asked, pool) => {
                if (asked.operation !== 'ShowPlugin') return installed;
                shows += 1;
                const since = performance.now() - forMs;
                const lately = undeleted(pool).filter(
                  ({ template }) => (pool.gone.get(template.name)?.goneAt ?? 0) > since,
                );
                return shows % 2 === 0 ? [...installed, ...lately] : installed;
              },
            };
          },
        }),
      ),
      // Whoever gets no answer while it flaps sees what nobody can explain.
      without: ['lag', 'trouble', 'near-names'],
    },
  ],
};

function isLook({ operation }: Asked): boolean {
  return operation === 'ShowPlugin' || operation === 'ListPlugins';
}

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
          if (isLook(asked) && from(asked, before, lists)) isComplete = true;
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
