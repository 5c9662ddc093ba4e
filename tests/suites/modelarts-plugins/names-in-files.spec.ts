import { expect } from '@playwright/test';
import { reportHar } from '../../../src/engine/report/har.ts';
import { readHar } from '../../../src/engine/report/har-read.ts';
import { namesIn } from '../../../src/suites/modelarts-plugins/paths.ts';
import { test } from '../../own-test.ts';
import { SAMPLE } from '../../report/sample.ts';
import { exchange } from '../../report/sample-exchanges.ts';

const NAMES = { project: '5b7a1c0d', collection: 'pool-4cd0', item: 'node-local-dns' };
const PLUGIN = 'https://modelarts.example/v2/5b7a1c0d/pools/pool-4cd0/plugins/node-local-dns';

/** A file as it was written before exchanges had names, and what is read of it. */
function namesOfBefore(...urls: readonly string[]) {
  const exchanges = urls.map((url, index) => exchange({ index, request: { url } }));
  const har = JSON.parse(reportHar({ ...SAMPLE, exchanges })) as { log: { entries: object[] } }; // our own
  const entries = har.log.entries.map((entry) => ({ ...entry, _names: undefined }));
  const read = readHar(JSON.stringify({ log: { ...har.log, entries } }), { namesIn });
  expect(read.map(({ names: _, ...rest }) => rest)).toEqual(exchanges.map(({ names: _, ...rest }) => rest));
  return read.map(({ names }) => names);
}

test('of a file without names they are read from the URLs, secrets or not', () => {
  const host = 'https://host.example/v2/prefix';
  const ofPool = { project: 'p', collection: 'a b', item: '' };
  expect(
    namesOfBefore(
      ...[PLUGIN, `${PLUGIN}?a=/v2/x/pools/y/plugins`, `${host}/v2/p/pools/a%20b/plugins`],
      ...[`${host}/v2/p/pools/a%20b/plugins/plugins`, `${host}/v2/p/pools/a%20b/plugins/%E0[REDACTED]`],
      ...['https://iam.example/v3/auth/tokens', `${host}/v2/p/pools/a%20b`, 'no URL'],
    ),
  ).toEqual([
    ...[NAMES, NAMES, ofPool],
    ...[
      { ...ofPool, item: 'plugins' },
      { ...ofPool, item: '%E0[REDACTED]' },
    ],
    ...[null, null, null],
  ]);
});
