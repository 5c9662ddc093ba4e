import { pluginsContract } from '../../../src/suites/modelarts-plugins/load.ts';
import { modelartsPlugins } from '../../../src/suites/modelarts-plugins/suite.ts';

/** The description, parsed and compiled anew: what an earlier build left has no part in it. */
export const contract = await pluginsContract({ cache: null });

/** What is handed to the judge beside the evidence. */
export const given = { suite: modelartsPlugins, contract };
