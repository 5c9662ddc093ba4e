import type { ReportedSuite } from '../../src/engine/model/report.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';

const { title, resource, settings } = modelartsPlugins;

/** What reports say of the plug-ins, and nothing that acts. */
export const SUITE: ReportedSuite = {
  title,
  resource: { words: resource.words, keys: resource.keys },
  settings: { source: settings.source },
};
