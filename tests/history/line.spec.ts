import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { latenciesOf } from '../../src/engine/history/latencies.ts';
import { historyLine, historyText } from '../../src/engine/history/line.ts';
import { readHistory, skippedText } from '../../src/engine/history/read-history.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { EXCHANGES } from '../report/sample-exchanges.ts';
import { A, B, C, F, G, KEYS, lineOfMorning, morning, reportOfMorning, runId } from './lines.ts';

const fits = ownSchema('history.schema.json');

const LINE = lineOfMorning(1, { [A]: [G, F], [B]: 'inconclusive', [C]: 'not-observed' });
const TEXT = historyText(LINE, KEYS);
const { target } = LINE;
const read = (text: string) => readHistory(Buffer.from(text), target, KEYS);

test('a line has the members of the interface, in one line, and is read as it was', () => {
  expect(TEXT.indexOf('\n')).toBe(TEXT.length - 1);
  expect(JSON.parse(TEXT)).toEqual({
    formatVersion: 1,
    run: runId(1),
    startedAt: morning(1),
    target: {
      ...{ endpoint: 'https://modelarts.example.com', projectId: 'p', poolName: 'pool-a' },
      templateName: 'log-agent',
    },
    source: 'install',
    contract: '3f'.repeat(32),
    suite: '0.1.0',
    strict: false,
    verdict: 'non-conformant',
    durationMs: 41_370,
    failed: [{ id: A, fingerprints: [G, F] }],
    inconclusive: [B],
    notObserved: [C],
    latencyMs: {},
  });
  expect([fits(JSON.parse(TEXT)), read(TEXT)]).toEqual([true, { lines: [LINE], skipped: 0 }]);
});

test('the keys of the tests are those of the suite whose lines the schema describes', () => {
  expect(resource.keys).toEqual(KEYS);
});

for (const wrong of [
  { formatVersion: 2 },
  { run: 'first' },
  { startedAt: '2026-03-01' },
  { target: { ...JSON.parse(TEXT).target, token: 'a' } },
  { verdict: 'fine' },
  { failed: [{ id: A, fingerprints: ['f'] }] },
  { failed: [{ id: A, fingerprints: [F], message: 'a' }] },
  { latencyMs: { a: { p50: 1 } } },
  { more: 1 },
]) {
  test(`a line with ${JSON.stringify(wrong).slice(0, 60)} does not fit, and is passed over`, () => {
    const changed = { ...JSON.parse(TEXT), ...wrong };
    expect(fits(changed)).toBe(false);
    expect(read(`${JSON.stringify(changed)}\n${TEXT}`)).toEqual({ lines: [LINE], skipped: 1 });
  });
}

test('torn and foreign lines are passed over and counted, those of other targets and empty ones are not', () => {
  const { startedAt: _, ...without } = JSON.parse(TEXT);
  const other = historyText({ ...LINE, target: { ...target, collection: 'pool-b' } }, KEYS);
  const torn = TEXT.slice(0, 200);
  const text = `${other}\n\nhello\nnull\n[1]\n{"a":1}\n${JSON.stringify(without)}\n${TEXT}${torn}`;
  const history = read(text);
  expect(history).toEqual({ lines: [LINE], skipped: 6 });
  expect(skippedText(history)).toBe("6 lines of the history are torn, or no run's, and were passed over.");
  expect([skippedText({ lines: [], skipped: 1 }), skippedText({ lines: [], skipped: 0 })]).toEqual([
    "One line of the history is torn, or no run's, and was passed over.",
    null,
  ]);
});

test('a waived violation stands among what failed; drift does in a strict run alone', () => {
  expect(lineOfMorning(1, { [A]: 'waived' }).failed).toEqual([{ id: A, fingerprints: [F] }]);
  expect(lineOfMorning(1, { [A]: 'drift' }).failed).toEqual([]);
  expect(lineOfMorning(1, { [A]: 'drift' }, { strict: true }).failed).toEqual([{ id: A, fingerprints: [] }]);
});

test('a fingerprint stands there once, and that of what only drifted or was trouble does not', () => {
  const report = reportOfMorning(1, { [A]: [F, F, G] });
  const [one, ...others] = report.requirements;
  if (one === undefined) throw new Error('There are requirements.');
  const more = [
    ...one.findings,
    reported({ kind: 'drift', message: 'a', fingerprint: '2'.repeat(12) }),
    reported({ kind: 'trouble', message: 'a', fingerprint: '3'.repeat(12) }),
  ];
  const requirements = [{ ...one, findings: more }, ...others];
  expect(historyLine({ ...report, requirements }, runId(1), []).failed).toEqual([
    { id: A, fingerprints: [G, F] },
  ]);
});

test('the median is by nearest rank, over whole answers, by operation', () => {
  const [sample] = EXCHANGES.filter(({ response, trouble }) => response !== null && trouble === null);
  if (sample === undefined) throw new Error('The sample has a whole answer.');
  const took = (operation: string | null, durationMs: number) => ({ ...sample, operation, durationMs });
  const cut = { ...took('List', 900), trouble: { kind: 'cut', message: 'a' } } as const;
  const unanswered = { ...took('List', 900), response: null };
  expect(
    latenciesOf([
      ...[took('List', 5), took('Delete', 7.25), took('List', 1), took('List', 3), took('List', 4)],
      ...[took(null, 900), cut, unanswered],
    ]),
  ).toEqual({ Delete: { p50: 7.25, max: 7.25 }, List: { p50: 3, max: 5 } });
});
