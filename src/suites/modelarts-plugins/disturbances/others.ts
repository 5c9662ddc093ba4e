import type { Asked } from '../mock/context.ts';
import type { Manner } from '../mock/deviation.ts';
import { MOCK_DEFAULTS, type Neighbour } from '../mock/options.ts';
import type { Pool } from '../mock/pool.ts';
import type { Disturbance } from './disturbance.ts';

const { templateName, neighbours } = MOCK_DEFAULTS;

/** Somebody else's instance of the run's own template. */
const THEIRS: Neighbour = {
  templateName,
  version: '1.6.36',
  inputs: {},
  creationTimestamp: '2025-03-17T12:29:18Z',
};

/** By then the first refusals are over. */
const LOOKS = 4;

/** Puts somebody else's instance in the place of whatever bears the name. */
function putTheirs({ plugins, options }: Pool): void {
  plugins.set(templateName, {
    poolName: options.poolName,
    template: { name: templateName, version: THEIRS.version, inputs: {} },
    creationTimestamp: THEIRS.creationTimestamp,
    runningAt: 0,
    goneAt: null,
  });
}

/** Does something once, before a List that follows a Show: nothing was sent in between that could be blamed. */
function betweenScenarios(act: (pool: Pool) => void): () => Manner {
  return () => {
    let came = 0;
    let last: Asked['operation'] = null;
    return {
      reads: (asked, pool) => {
        const isBetween = asked.operation === 'ListPlugins' && last === 'ShowPlugin';
        if (isBetween && pool.plugins.has(templateName)) came += 1;
        if (isBetween && came === LOOKS) {
          came += 1;
          act(pool);
        }
        last = asked.operation;
        return asked;
      },
    };
  };
}

/** What other people do in the pool meanwhile. */
export const others: readonly Disturbance[] = [
  {
    name: 'theirs',
    title: "Somebody else's instance of the template is in the pool.",
    options: { neighbours: [...neighbours, THEIRS] },
    manner: () => ({}),
  },
  {
    name: 'theirs-unlisted',
    title: "Somebody else's instance of the template is in the pool, and List does not name it.",
    options: { neighbours: [...neighbours, THEIRS] },
    manner: () => ({
      sees: (installed, { operation }) =>
        operation === 'ListPlugins'
          ? installed.filter(({ template }) => template.name !== templateName)
          : installed,
    }),
  },
  {
    name: 'taken-away',
    title: 'Somebody else removes the plug-in between two scenarios.',
    manner: betweenScenarios(({ plugins }) => plugins.delete(templateName)),
  },
  {
    name: 'replaced',
    title: 'Somebody else installs the plug-in anew between two scenarios.',
    manner: betweenScenarios(putTheirs),
  },
  {
    name: 'probe-name-taken',
    title: 'Somebody else has a plug-in of the name that a refusal needs to be free.',
    options: { neighbours: [...neighbours, { ...THEIRS, templateName: templateName.toUpperCase() }] },
    manner: () => ({}),
  },
  {
    name: 'installed-again',
    title: 'Somebody else installs the plug-in once the run has deleted its own for the last time.',
    manner: () => {
      let refused = 0;
      return {
        effect: ({ asked, refusal, pool }, carryOut) => {
          carryOut();
          const isRepeat = asked.operation === 'DeletePlugin' && asked.names?.item === templateName;
          if (isRepeat && refusal?.reason === 'no-such-plugin') refused += 1;
          else if (refused === 1 && asked.operation === 'ListPlugins') {
            refused += 1;
            putTheirs(pool);
          }
        },
      };
    },
  },
  {
    name: 'install-abnormal',
    title: 'The install fails: the phase becomes Abnormal.',
    manner: () => phased('Abnormal'),
  },
  {
    name: 'install-endless',
    title: 'The install never ends.',
    options: { installMs: 3_600_000 },
    manner: () => ({}),
  },
  {
    name: 'install-updating',
    title: 'The install stays in the phase Updating.',
    manner: () => phased('Updating'),
  },
];

function phased(phase: string): Manner {
  return {
    answer: (answer, { asked, refusal }) =>
      asked.operation === 'ShowPlugin' && refusal === null
        ? {
            ...answer,
            bytes: Buffer.from(JSON.stringify(answer.body).replace(/"phase":"\w+"/, `"phase":"${phase}"`)),
          }
        : answer,
  };
}
