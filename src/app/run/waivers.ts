import { readFileSync } from 'node:fs';
import { requirements } from '../../engine/judge/requirements.ts';
import type { Given } from '../../engine/judge/rule.ts';
import { nearestOf } from '../../engine/nearest.ts';
import { unreadable, utf8Problem } from '../../engine/text-file.ts';
import { readWaivers, type Waiver, WaiversError } from '../../engine/verdict/waivers.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';

/** The waivers of the settings' file, expired ones too; none where there is no file. Throws a WaiversError. */
export async function loadWaivers({ waivers }: Settings, given: Given): Promise<readonly Waiver[]> {
  if (waivers === null) return [];
  const { parse } = await import('yaml');
  return readWaivers({
    text: textOf(waivers),
    parse,
    known: requirements(given).map(({ id }) => id),
    nearestOf,
  });
}

/** The text of a file, without the mark that editors begin it with. */
function textOf(file: string): string {
  const shown = `the waivers in \`${file}\``;
  const bytes = bytesOf(file);
  const problem = utf8Problem(bytes, shown);
  if (problem !== null) throw new WaiversError(problem);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new WaiversError(unreadable(error, `The waivers in \`${file}\``));
  }
}
