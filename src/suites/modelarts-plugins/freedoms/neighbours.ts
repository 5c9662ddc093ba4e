import fc from 'fast-check';
import { jsonMember, replaced } from '../../../engine/json.ts';
import { object, text, value } from '../../../trials/conforming/values.ts';
import type { Neighbour } from '../mock/options.ts';
import { describing, isOwn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

const CREATED = '2025-02-03T08:15:40Z';

function neighbour(templateName: string): Neighbour {
  return { templateName, version: '1.0.0', inputs: {}, creationTimestamp: CREATED };
}

/** Names near that of the run's own plug-in, and names beyond any pattern. */
const name = fc.oneof(
  fc.constantFrom(
    'node-local-dns-2',
    'Node-Local-DNS',
    'node-local-d',
    'node',
    '-',
    '节点-本地',
    'a/b?c#d',
    '__proto__',
    'x'.repeat(400),
  ),
  text.filter((one) => !/^(node-local-dn[s%]?\s*|absent-.*)$/i.test(one)),
);

const others: fc.Arbitrary<readonly Neighbour[]> = fc.uniqueArray(
  fc.record({
    templateName: name,
    version: text,
    inputs: object(value),
    creationTimestamp: fc.constantFrom(CREATED, '1999-12-31T23:59:59Z', 'yesterday', ''),
  }),
  { maxLength: 6, selector: ({ templateName }) => templateName },
);

/** A neighbour that somebody installs at a request's number. */
function arriving(numbers: readonly number[]): Doing {
  return {
    manner: () => {
      let came = 0;
      return {
        reads: (asked, pool) => {
          came += 1;
          if (!numbers.includes(came)) return asked;
          const { templateName, version, inputs } = neighbour(`arrived-${came}`);
          pool.plugins.set(templateName, {
            poolName: pool.options.poolName,
            template: { name: templateName, version, inputs },
            creationTimestamp: asked.at,
            runningAt: performance.now() + 50,
            goneAt: null,
          });
          return asked;
        },
      };
    },
  };
}

/** Who else is in the pool is nobody's business, as long as it stays as it was. */
export const neighbours: Freedom = {
  name: 'neighbours',
  ways: [
    { title: 'nobody else in the pool', doing: fc.constant({ options: { neighbours: [] } }) },
    { title: 'neighbours of any name', doing: others.map((drawn) => ({ options: { neighbours: drawn } })) },
    {
      title: '25 neighbours',
      doing: fc.constant({
        options: { neighbours: Array.from({ length: 25 }, (_, at) => neighbour(`neighbour-${at}`)) },
      }),
    },
    {
      title: 'somebody installs more meanwhile',
      doing: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }).map(arriving),
    },
    {
      title: 'neighbours without a part of their description',
      doing: fc
        .constantFrom(
          'metadata',
          'metadata.name',
          'metadata.creationTimestamp',
          'status',
          'spec.template.inputs',
        )
        .map((path) => ({
          manner: () =>
            describing((plugin, context) =>
              isOwn(plugin, context) ? plugin : replaced(plugin, path.split('.'), undefined),
            ),
        })),
    },
  ],
};

/** What stands in `status` and is nobody's: it may change from one List to the next. */
export const statuses: Freedom = {
  name: 'neighbours-status',
  ways: [
    {
      title: 'the status of neighbours has other texts each time',
      doing: fc.constant<Doing>({
        manner: () => {
          let number = 0;
          return describing((plugin, context) => {
            if (isOwn(plugin, context) || jsonMember(plugin, 'status') === undefined) return plugin;
            number += 1;
            return replaced(
              plugin,
              ['status'],
              number % 5 === 0 ? null : { phase: 'Updating', reason: `${number}` },
            );
          });
        },
      }),
    },
  ],
};
