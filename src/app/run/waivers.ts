import { requirements } from '../../engine/judge/requirements.ts';
import type { Given } from '../../engine/judge/rule.ts';
import type { Waiver } from '../../engine/model/waiver.ts';
import { nearestOf } from '../../engine/nearest.ts';
import { textIn } from '../../engine/text-file.ts';
import { readWaivers } from '../../engine/verdict/read-waivers.ts';
import { WaiversError } from '../../engine/verdict/waivers-error.ts';
import type { WaiversInput } from '../../engine/verdict/waivers-input.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { shownPath } from '../terminal/shown-path.ts';

/** The waivers of the settings' file on a day, expired ones too; none where there is no file. Throws a WaiversError. */
export async function loadWaivers(
  { waivers, waiverMaxDays }: Pick<Settings, 'waivers' | 'waiverMaxDays'>,
  given: Given,
  today: string,
): Promise<readonly Waiver[]> {
  if (waivers === null) return [];
  return readWaivers(await waiversInput(waivers, textOf(waivers), { given, today, maxDays: waiverMaxDays }));
}

/** What the waivers of a file are checked by. */
export interface CheckedBy {
  readonly given: Given;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly maxDays: number;
}

/** What the waivers of a file are read from, which has this text. */
export async function waiversInput(
  file: string,
  text: string,
  { given, today, maxDays }: CheckedBy,
): Promise<WaiversInput> {
  const known = requirements(given).map(({ id }) => id);
  return { text, shown: shownPath(file), yaml: await import('yaml'), known, nearestOf, today, maxDays };
}

/** The text of a file of waivers, without the mark that editors begin it with. Throws a WaiversError. */
export function textOf(file: string): string {
  const read = textIn(file, `the waivers in \`${file}\``);
  if ('problem' in read) throw new WaiversError(read.problem);
  return read.text.replace(/^\uFEFF/, '');
}
