import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { variablesOf } from '../../src/app/targets/target-environment.ts';
import { readTargetsFile } from '../../src/app/targets/targets-file.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { partsOfMatrix } from '../pipelines/matrix.ts';
import { blocksOf, read, sectionOf } from './documents.ts';

const [EXAMPLE] = blocksOf(sectionOf(read('docs/many-targets.md'), '1\\. Write the list'));

test('the list of targets in docs/many-targets.md is one, and shows each member', async () => {
  const file = test.info().outputPath('targets.yaml');
  writeFileSync(file, EXAMPLE?.text ?? '');
  const { entries, problems } = await readTargetsFile(file);
  expect(problems).toEqual([]);
  const { items } = JSON.parse(read('schemas/targets.schema.json'));
  const shown = new Set(entries.flatMap(({ entry }) => Object.keys(entry)));
  expect([...shown].sort()).toEqual(Object.keys(items.properties).sort());
  // The matrix of `ci/` is that of these.
  const inMatrix = partsOfMatrix().flatMap(({ targets }) => targets.split(' '));
  expect(entries.map(({ entry }) => entry.name)).toEqual(inMatrix);
  for (const { targets, secrets } of partsOfMatrix()) {
    const own = entries.filter(({ entry }) => targets.split(' ').includes(entry.name));
    const named = own.flatMap(({ entry }) => variablesOf(entry).map(({ variable }) => variable));
    expect([...new Set(named)].sort()).toEqual([...secrets].sort());
  }
});

test('with its secrets set, the list is planned as it stands', async () => {
  const file = test.info().outputPath('targets.yaml');
  writeFileSync(file, EXAMPLE?.text ?? '');
  writeFileSync(test.info().outputPath('waivers-eu-nl.yaml'), '[]\n');
  const secrets = {
    ...{ EU_AK: 'AK0000000001', EU_SK: 'sk-0000000002', AP_TOKEN: 'token-0000000003' },
    ...{ LAB_DOMAIN: 'domain-04', LAB_USER: 'user-05', LAB_PASSWORD: 'password-0000000006' },
  };
  const { code, stdout, stderr } = await conformance(['run', '--plan', '--targets', file], secrets);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.match(/^== .*$/gm)).toEqual(['== eu-de', '== eu-nl', '== ap-southeast', '== lab']);
  expect(stdout).not.toContain('MODELARTS_ALLOW_DELETE=');
});
