import type { Sources } from '../../engine/model/sources.ts';
import { documentedWords } from '../../suites/modelarts-plugins/settings/documented-words.generated.ts';
import { saidIn } from '../../suites/modelarts-plugins/sources.ts';
import { modelartsPlugins, reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import type { PackedSuite } from './pack.ts';

/** The suite of the plug-ins as packs are made and checked by it; `proofs`: as the build left them. */
export function packedPlugins(proofs: Sources['proofs']): PackedSuite {
  return {
    ...modelartsPlugins,
    reported: reportedPlugins,
    proofs,
    saidIn,
    documentedWords: new Set(documentedWords),
  };
}
