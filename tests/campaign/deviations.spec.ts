import { expect, test } from '@playwright/test';
import { requirements } from '../../src/judge/requirements.ts';
import { deviations } from '../../src/mock/deviations/deviations.ts';
import { fromSource } from '../contract/the-contract.ts';
import { idsOf, run } from './run.ts';

/** The embedded mock answers at once or not at all. */
const QUICK = { MODELARTS_REQUEST_TIMEOUT_MS: '1000', MODELARTS_SETTLE_TIMEOUT_MS: '400' };

for (const { name, catches } of deviations) {
  test(`the suite catches \`${name}\` by \`${catches}\``, async () => {
    const { level } = requirementOf(await everyRequirement(), catches);
    const { report } = (await run(QUICK, { deviation: name })).input;
    expect(report.target.deviation).toBe(name);
    if (level === 'MUST') {
      expect(idsOf(report, 'failed')).toContain(catches);
      expect(report.verdict).toBe('non-conformant');
    } else {
      // What a SHOULD asks for is drift: the verdict of a strict run.
      expect(idsOf(report, 'drift')).toEqual([catches]);
      expect(report.verdict).toBe('conformant');
      const strict = await run({ ...QUICK, CONFORMANCE_STRICT: 'true' }, { deviation: name });
      expect(strict.input.report.verdict).toBe('non-conformant');
    }
  });
}

test('every requirement is shown to be checked by a deviation', async () => {
  const caught = new Set(deviations.map(({ catches }) => catches));
  const unproven = (await everyRequirement()).filter(({ id }) => !caught.has(id)).map(({ id }) => id);
  expect(unproven).toEqual([]);
});

async function everyRequirement() {
  return requirements(await fromSource).map(({ id, title }) => ({ id, level: title.split(' ')[0] }));
}

function requirementOf(all: Awaited<ReturnType<typeof everyRequirement>>, id: string) {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no requirement \`${id}\`.`);
  return found;
}
