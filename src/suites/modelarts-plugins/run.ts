import { ADDED_IN } from './added-in.ts';
import { answering } from './answering.ts';
import { pluginsContract } from './load.ts';
import { startMock } from './mock/server.ts';
import { DESCRIPTION, STATEMENTS } from './places.ts';
import { pluginsSources } from './sources.ts';
import { modelartsPlugins, reportedPlugins } from './suite.ts';

/** The suite as a run reads it: with its contract, its mock, and what reports say of it. */
export const pluginsRun = {
  ...modelartsPlugins,
  reported: reportedPlugins,
  addedIn: ADDED_IN,
  documents: { description: DESCRIPTION, statements: STATEMENTS },
  loadContract: () => pluginsContract(),
  loadSources: () => pluginsSources(),
  startEmbedded: (deviation: string | null, server: string) => startMock({ deviation, server }),
  answering,
  builtWalk: 'embedded-walk.json',
} as const;
