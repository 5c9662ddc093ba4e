import { readFileSync } from 'node:fs';
import { requirements } from '../judge/requirements.ts';
import type { Contract } from '../model/contract.ts';
import { nearestOf } from '../settings/nearest.ts';
import type { Settings } from '../settings/settings.ts';
import { lineWithoutUtf8 } from '../settings/text-file.ts';
import { readWaivers, type Waiver, WaiversError } from '../verdict/waivers.ts';

/** The waivers of the settings' file, expired ones too; none where there is no file. Throws a WaiversError. */
export async function loadWaivers({ waivers }: Settings, contract: Contract): Promise<readonly Waiver[]> {
  if (waivers === null) return [];
  const { parse } = await import('yaml');
  return readWaivers({
    text: textOf(waivers),
    parse,
    known: requirements(contract).map(({ id }) => id),
    nearestOf,
  });
}

/** The text of a file, without the mark that editors begin it with. */
function textOf(file: string): string {
  const bytes = bytesOf(file);
  const line = lineWithoutUtf8(bytes);
  if (line === null) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  throw new WaiversError(
    `Line ${line} of the waivers in \`${file}\` is no UTF-8, as where an editor or PowerShell wrote UTF-16; right would be the file in UTF-8.`,
  );
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    // What the file system throws.
    const { code } = error as NodeJS.ErrnoException;
    throw new WaiversError(
      `The waivers in \`${file}\` cannot be read (\`${code}\`); right would be a file that can be, or none.`,
    );
  }
}
