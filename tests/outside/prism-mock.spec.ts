import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { RecordedResponse } from '../../src/engine/model/exchange.ts';
import { idsOf, liveSettings, run } from '../campaign/run.ts';
import { askPort } from '../record/ask.ts';
import { deletion, evidence, refusal, TWIN } from '../suites/modelarts-plugins/build.ts';
import { given } from '../suites/modelarts-plugins/given.ts';
import { type Prism, test } from './prism.ts';

test.setTimeout(600_000);

/** What Prism answers to a DELETE with this preference. */
async function answerOf(prism: Prism, prefer: string): Promise<RecordedResponse> {
  const { response, trouble } = await askPort(prism.port, {
    path: '/v2/p/pools/a/plugins/b',
    headers: [
      ['X-Auth-Token', 'any'],
      ['Prefer', prefer],
    ],
  });
  if (response === null) throw new Error(`Prism gave no answer: ${trouble?.message}`);
  return response;
}

/** What our rules make of the wire and the fields of one answer. */
function outcomesOf(response: RecordedResponse): Readonly<Record<string, string>> {
  const seen =
    response.status === 200
      ? [evidence('installed', deletion(response))]
      : [evidence('ill-formed', refusal(response)), TWIN];
  const chapter = `delete.${response.status}`;
  const about = new RegExp(`^${chapter}\\.(media-type|json|members|body)(\\.|$)`);
  const judged = judge({ ...given, evidence: seen, source: 'install', settleTimeoutMs: 900_000 });
  return Object.fromEntries(
    judged.filter(({ id }) => about.test(id)).map(({ id, outcome }) => [id, outcome]),
  );
}

for (const status of [200, 400] as const) {
  test(`the ${status} that Prism makes of our description has no fault on the wire or in a field @slow`, async ({
    startPrism,
  }) => {
    const prism = await startPrism('mock');
    const response = await answerOf(prism, `code=${status}`);
    expect(response.status).toBe(status);
    const outcomes = outcomesOf(response);
    // All that the description's example has is seen; it has no `resources`, no `values` and no `request_id`.
    const optional = /\.(status\.resources(\..+)?|status\.values|request_id)$/;
    for (const [id, outcome] of Object.entries(outcomes)) {
      expect([id, outcome]).toEqual([id, optional.test(id) ? 'not-observed' : 'passed']);
    }
    expect(Object.keys(outcomes).length).toBeGreaterThan(8);
  });

  test(`no field is at fault in any ${status} that Prism makes up from the schema @slow`, async ({
    startPrism,
  }) => {
    const seen = new Set<string>();
    for (const seed of ['one', 'two']) {
      const prism = await startPrism('mock', '--seed', seed);
      const outcomes = outcomesOf(await answerOf(prism, `code=${status}, dynamic=true`));
      for (const [id, outcome] of Object.entries(outcomes)) {
        // It adds members of its own, as the schema allows; our rule calls those drift.
        const fine = id === `delete.${status}.members` ? ['passed', 'drift'] : ['passed', 'not-observed'];
        expect([id, fine]).toEqual([id, expect.arrayContaining([outcome])]);
        if (outcome === 'passed') seen.add(id);
      }
    }
    const deepest = { 200: 'status.resources.involvedObject.uid', 400: 'request_id' }[status];
    expect([...seen]).toEqual(
      expect.arrayContaining([`delete.${status}.body`, `delete.${status}.body.${deepest}`]),
    );
  });
}

test('a whole run against Prism fails by what Prism cannot know, and by nothing else @slow', async ({
  startPrism,
}) => {
  const { endpoint } = await startPrism('mock');
  const { input } = await run({
    ...liveSettings(endpoint),
    MODELARTS_PLUGIN_SOURCE: 'existing',
    MODELARTS_SETTLE_TIMEOUT_MS: '300',
  });
  expect(input.report.verdict).toBe('non-conformant');
  expect(idsOf(input.report, 'failed').toSorted()).toEqual([
    // The description has no shape of names (nobody published one), so Prism answers 200 to every name.
    'delete.400.encoded.template-name',
    'delete.400.ill-formed.pool-name',
    'delete.400.ill-formed.project-id',
    'delete.400.ill-formed.template-name',
    'delete.400.over-long.pool-name',
    'delete.400.over-long.project-id',
    'delete.400.over-long.template-name',
    // Show gives its example under any name, as if each were the suite's own.
    'delete.400.unknown.prefix',
    'delete.400.unknown.trailing-space',
    'delete.400.unknown.wildcard',
    // It asks for a token (a DELETE without one is refused) and knows none, so a wrong one is as good as any.
    'delete.access.wrong-token',
    // It keeps nothing: Show and List give their example for ever.
    'delete.effect.gone',
    'delete.effect.unlisted',
  ]);
  // Show finds what ought not to be there, so these were never sent, or prove nothing.
  expect(idsOf(input.report, 'inconclusive').toSorted()).toEqual([
    'delete.400.repeated',
    'delete.400.unknown.pool-name',
    'delete.400.unknown.template-name',
    'delete.effect.still-gone',
  ]);
  // Show finds the plug-in in other letter case too: to our rule both are one name then.
  expect(idsOf(input.report, 'drift')).toEqual([
    'delete.400.unknown.letter-case',
    'delete.400.unknown.pool-letter-case',
  ]);
  expect(idsOf(input.report, 'not-applicable')).toEqual(['delete.200.with-body']);
  // No 400 was seen in this run, and the example has no `resources` and no `values`.
  expect(idsOf(input.report, 'not-observed').filter((id) => !id.startsWith('delete.400.'))).toEqual(
    expect.arrayContaining(['delete.200.body.status.values', 'delete.200.body.status.resources']),
  );
  expect(idsOf(input.report, 'passed')).toEqual(
    expect.arrayContaining(['delete.200.status', 'delete.200.body', 'delete.access.no-token']),
  );
});
