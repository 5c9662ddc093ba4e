import type { TriedSuite } from '../../trials/tried-suite.ts';
import { lasting } from './disturbances/lasting.ts';
import { others } from './disturbances/others.ts';
import { refusals } from './disturbances/refusals.ts';
import { freedomsFor } from './freedoms/freedoms.ts';
import { gateway } from './gateway.ts';
import type { PluginMock } from './mock/deviation.ts';
import { deviations } from './mock/deviations/deviations.ts';
import { startMock } from './mock/server.ts';
import { modelartsPlugins } from './suite.ts';

/** The suite as it is tried. It stands apart from what judges and walks: a run loads none of what its mock can be made to do. */
export const triedPlugins: TriedSuite<PluginMock> = {
  ...modelartsPlugins,
  startMock,
  deviations: deviations.map(({ name, title, catches }) => ({
    name,
    title,
    catches,
    options: { deviation: name },
  })),
  freedoms: freedomsFor,
  disturbances: [...lasting, ...refusals, ...others],
  gateway,
  controlOperation: modelartsPlugins.resource.operations.list,
};
