import { readFileSync } from 'node:fs';
import { requirements } from '../judge/requirements.ts';
import type { Contract } from '../model/contract.ts';
import type { Settings } from '../settings/settings.ts';
import { readWaivers, type Waiver } from '../verdict/waivers.ts';

/** The waivers of the settings' file, expired ones too; none where there is no file. Throws a WaiversError. */
export async function loadWaivers({ waivers }: Settings, contract: Contract): Promise<readonly Waiver[]> {
  if (waivers === null) return [];
  const { parse } = await import('yaml');
  return readWaivers({
    text: readFileSync(waivers, 'utf8'),
    parse,
    known: requirements(contract).map(({ id }) => id),
  });
}
