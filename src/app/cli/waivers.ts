import { resolve } from 'node:path';
import { EXIT } from '../../engine/model/verdict.ts';
import { kindOf } from '../../engine/text-file.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { readPlacedWaivers } from '../../engine/verdict/read-waivers.ts';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { historyFor } from '../history/history-file.ts';
import { textOf, waiversInput } from '../run/waivers.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { checkLines } from '../waivers/check-lines.ts';
import { UsageError } from './usage-error.ts';

/**
 * Looks at the waivers of a file, or of the settings' one, and gives the exit code. Throws a WaiversError where something
 * is wrong with them, and a UsageError where the file that was named is none.
 */
export async function checkWaivers(named: string | undefined): Promise<number> {
  // Whatever endpoint is set: nothing is sent.
  const settings = readProcessSettings({ mock: true, live: false, waiversMayLack: named !== undefined });
  const file = named === undefined ? settings.waiversFile : resolve(named);
  const shown = shownPath(file);
  if (named === undefined && settings.waivers === null) {
    print(`There is no ${shown}: nothing is waived.`);
    return EXIT.ok;
  }
  if (kindOf(file) !== 'file')
    throw new UsageError(`${shown} is no file that can be read; right would be a file of waivers.`);
  const given = { suite: modelartsPlugins, contract: await pluginsContract() };
  const today = dayOf(new Date().toISOString());
  const input = await waiversInput(file, textOf(file), { given, today, maxDays: settings.waiverMaxDays });
  const { keys } = modelartsPlugins.resource;
  const runs =
    settings.history === null ? [] : historyFor({ file: settings.history, target: null, keys }).lines;
  print(...checkLines(readPlacedWaivers(input), { shown, today, runs }));
  return EXIT.ok;
}
