import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { publicPem } from '../../src/app/evidence/sealed/keys.ts';
import { verifiedLines } from '../../src/app/evidence/verified-text.ts';
import { test } from '../own-test.ts';
import { Files } from './forged.ts';
import { waiver } from './forgeries/forgery.ts';
import { OF_FILES } from './forgeries/others.ts';
import { OF_RECORDING } from './forgeries/recorded.ts';
import { OF_REPORT } from './forgeries/report.ts';
import { UNSUMMED, ZIPS } from './forgeries/zips.ts';
import { packedHere, ranHere, verifiedHere } from './packed.ts';
import { verifyAlone } from './runs.ts';

const KEYS = generateKeyPairSync('ed25519');
const RED = { mock: { deviation: 'missing-phase' } };

/** Of a signed pack, whose run is red by one; the other one's is of the same and waived. */
const FORGERIES = [...UNSUMMED, ...ZIPS, ...OF_REPORT, ...OF_RECORDING, ...OF_FILES];

/** Those that the file in the pack is shown as well. */
const BY_FILE = [
  'one byte of a body',
  'zipped anew',
  'no zip',
  'a signature by another key, where the key is known',
];

function saying(says: string | RegExp) {
  return typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says);
}

test(`each of ${FORGERIES.length} forgeries is found and named @slow`, async () => {
  // Each is verified whole.
  test.setTimeout(600_000);
  const zip = await packedHere(await ranHere(RED), { key: KEYS.privateKey });
  const other = await packedHere(await ranHere({ ...RED, waivers: waiver(30) }, 'other'), {
    key: KEYS.privateKey,
  });
  expect((await verifiedHere(zip, KEYS.publicKey)).exitCode).toBe(0);
  const [all, others] = [Files.of(zip), Files.of(other)];
  const pem = test.info().outputPath('key.pem');
  writeFileSync(pem, publicPem(KEYS.publicKey));
  for (const { what, forge, code, says, key } of FORGERIES) {
    const files = all.copy();
    const made = forge(files, others.copy());
    const out = typeof made === 'string' ? made : files.zipped();
    const verified = await verifiedHere(out, key === true ? KEYS.publicKey : null);
    const told = verifiedLines('F.zip', verified).join('\n');
    expect.soft([verified.exitCode, told], what).toEqual([code, saying(says)]);
    if (!BY_FILE.includes(what)) continue;
    const ended = await verifyAlone(out, key === true ? ['--key', pem] : [], zip);
    expect.soft([ended.code, ended.stdout], what).toEqual([code, saying(says)]);
  }
});
