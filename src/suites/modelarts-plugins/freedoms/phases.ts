import fc from 'fast-check';
import { jsonMember, replaced } from '../../../engine/json.ts';
import { oneOf, randomFrom } from '../../../trials/conforming/random.ts';
import { describing, isOwn, type Redescribe } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

const ALL = ['Pending', 'Running', 'Updating', 'Abnormal', 'Deleting'] as const;

/** Of an instance that is not being deleted. */
const STAYING = ['Pending', 'Running', 'Updating', 'Abnormal'] as const;

type When = (...args: Parameters<Redescribe>) => boolean;

/** One of the phases, each time by chance. */
function saying(phases: readonly string[], when: When): fc.Arbitrary<Doing> {
  return fc.integer().map((seed) => ({
    manner: () => {
      const random = randomFrom(seed);
      return describing((plugin, context) =>
        when(plugin, context) ? replaced(plugin, ['status', 'phase'], oneOf(phases, random)) : plugin,
      );
    },
  }));
}

const isDeleting: When = (plugin, { asked }) =>
  asked.operation !== 'DeletePlugin' && jsonMember(jsonMember(plugin, 'status'), 'phase') === 'Deleting';

/** The phase is a snapshot, and of an instance that is on its way out it may be any. */
export const deletedPhase: Freedom = {
  name: 'deleted-phase',
  ways: [
    ...ALL.map((phase) => ({
      title: `the DELETE's 200 says ${phase}`,
      doing: saying([phase], (_, { asked }) => asked.operation === 'DeletePlugin'),
    })),
    { title: 'an instance that is being deleted shows any phase', doing: saying(ALL, isDeleting) },
    {
      title: 'an instance that is being deleted shows no sign of it',
      doing: saying(['Running'], isDeleting),
    },
  ],
};

/** What an installed instance shows meanwhile, and its neighbours. */
export const phases: Freedom = {
  name: 'phases',
  ways: [
    {
      title: 'an install goes through Updating',
      doing: saying(
        ['Updating', 'Pending'],
        (plugin) => jsonMember(jsonMember(plugin, 'status'), 'phase') === 'Pending',
      ),
    },
    {
      title: 'List shows any phase of the installed instance',
      doing: saying(
        STAYING,
        (plugin, context) =>
          context.asked.operation === 'ListPlugins' && isOwn(plugin, context) && !isDeleting(plugin, context),
      ),
    },
    {
      title: 'neighbours change their phase all the time',
      doing: saying(
        ALL,
        (plugin, context) => context.asked.operation === 'ListPlugins' && !isOwn(plugin, context),
      ),
    },
  ],
};
