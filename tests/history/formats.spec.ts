import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import pc from 'picocolors';
import { createAjv } from '../../src/engine/contract/ajv.ts';
import { changesSince } from '../../src/engine/history/changes.ts';
import { runOfReport } from '../../src/engine/history/compared-run.ts';
import type { Compared } from '../../src/engine/history/formats/compared.ts';
import { changesJson } from '../../src/engine/history/formats/json.ts';
import { changesMarkdown } from '../../src/engine/history/formats/markdown.ts';
import { changesProm } from '../../src/engine/history/formats/prom.ts';
import { changesTerminal } from '../../src/engine/history/formats/text.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { SCHEMAS } from '../../src/engine/package-root.ts';
import { dayText } from '../../src/engine/report/changes-text.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from '../report/hostile.ts';
import { reported } from '../report/reported.ts';
import {
  A,
  B,
  C,
  F,
  G,
  H,
  lineOfMorning,
  morning,
  type Night,
  reportOfMorning,
  runId,
  WORDS,
} from './lines.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly metrics: readonly { readonly value: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** A parser of the format that is not ours. */
const parse: (text: string) => readonly Metric[] = createRequire(import.meta.url)(
  'parse-prometheus-text-format',
);

const BEFORE: Night = { [A]: [F], [B]: [G] };

/** What a morning after that one is told from. */
function comparedOf(night: Night, change: Partial<Report> = {}, notes: readonly string[] = []): Compared {
  const report = reportOfMorning(2, night, change);
  const now = runOfReport(report);
  const lines = [lineOfMorning(1, BEFORE, { target: report.target })];
  const changes = changesSince(now, lines, { words: WORDS, addedIn: {} });
  const own = { ...now.line, latencyMs: { DeletePlugin: { p50: 12.34, max: 0.25 } } };
  return { report, changes, notes, own, lastConclusive: morning(2) };
}

const COMPARED = comparedOf({ [A]: [F, H], [C]: [F] }, {}, ['One line was passed over.']);

test('the terminal is told the counts first, then each failure, since when and how often', () => {
  expect(changesTerminal(COMPARED, pc.createColors(false)).split('\n')).toEqual([
    'Since 1 March 02:00: 2 new, 1 still, 1 fixed',
    '✗ NON-CONFORMANT  2 of 3 requirements are violated.',
    'log-agent in pool-a at https://modelarts.example.com',
    '',
    'New',
    `  ${A}  ${H}`,
    `    MUST hold ${A}`,
    '    seen in 1 of 2 runs',
    `  ${C}  ${F}`,
    `    MUST hold ${C}`,
    '    seen in 1 of 2 runs',
    '',
    'Still',
    `  ${A}  ${F}`,
    `    MUST hold ${A}`,
    '    since 1 March 02:00, seen in 2 of 2 runs',
    '',
    'Fixed',
    `  ${B}  ${G}`,
    `    MUST hold ${B}`,
    '    since 1 March 02:00, seen in 1 of 2 runs',
    '',
    'One line was passed over.',
    '',
  ]);
});

test('a summary in Markdown says the same', () => {
  expect(changesMarkdown(COMPARED)).toBe(`**Since 1 March 02:00: 2 new, 1 still, 1 fixed**

Non-conformant: \`log-agent\` in \`pool-a\` at \`https://modelarts.example.com\`

One line was passed over.

**New**

- \`${A}\`: MUST hold ${A} (seen in 1 of 2 runs)
- \`${C}\`: MUST hold ${C} (seen in 1 of 2 runs)

**Still**

- \`${A}\`: MUST hold ${A} (since 1 March 02:00, seen in 2 of 2 runs)

**Fixed**

- \`${B}\`: MUST hold ${B} (since 1 March 02:00, seen in 1 of 2 runs)
`);
});

test('a time of another year has its year, in UTC', () => {
  expect(dayText('2025-11-26T02:00:59+00:00', morning(1))).toBe('26 November 2025 02:00');
  expect(dayText('2026-12-01T01:30:00+08:00', morning(1))).toBe('30 November 17:30');
});

test('a program gets the members of the interface and no others, as the schema of the report has them', () => {
  const made: unknown = JSON.parse(changesJson(COMPARED));
  expect(made).toEqual({
    base: { run: runId(1), startedAt: morning(1), verdict: 'non-conformant', suite: '0.1.0' },
    comparable: true,
    why: null,
    new: [
      { id: A, fingerprint: H, since: morning(2), seen: 1, of: 2 },
      { id: C, fingerprint: F, since: morning(2), seen: 1, of: 2 },
    ],
    still: [{ id: A, fingerprint: F, since: morning(1), seen: 2, of: 2 }],
    fixed: [{ id: B, fingerprint: G, since: morning(1), seen: 1, of: 2 }],
    intermittent: [],
    unknown: [],
  });
  const ajv = createAjv();
  ajv.addSchema(JSON.parse(readFileSync(new URL('conformance-report.schema.json', SCHEMAS), 'utf8')));
  const fits = ajv.compile({ $ref: 'conformance-report.schema.json#/properties/changes' });
  expect([fits(made), fits({ ...COMPARED.changes, more: 1 })]).toEqual([true, false]);
});

test('Prometheus gets what the interface names, read by a parser that is not ours', () => {
  const target = 'modelarts.example.com/p/pool-a/log-agent';
  const read = parse(changesProm(COMPARED));
  for (const { help, type } of read) expect([help, type]).toEqual([expect.stringMatching(/\S\.$/), 'GAUGE']);
  const samples = read.flatMap(({ name, metrics }) =>
    metrics.map(({ labels, value }) => [name, labels, value] as const),
  );
  expect(samples).toEqual([
    ['conformance_verdict', { target, verdict: 'conformant' }, '0'],
    ['conformance_verdict', { target, verdict: 'conformant-with-waivers' }, '0'],
    ['conformance_verdict', { target, verdict: 'non-conformant' }, '1'],
    ['conformance_verdict', { target, verdict: 'inconclusive' }, '0'],
    ['conformance_violations', { target }, '2'],
    ['conformance_new', { target }, '2'],
    ['conformance_inconclusive', { target }, '0'],
    ['conformance_last_conclusive_timestamp_seconds', { target }, String(Date.parse(morning(2)) / 1000)],
    ['conformance_duration_seconds', { target }, '41.37'],
    ['conformance_response_seconds', { target, operation: 'DeletePlugin', quantile: '0.5' }, '0.01234'],
    ['conformance_response_seconds', { target, operation: 'DeletePlugin', quantile: '1' }, '0.00025'],
  ]);
});

test('what is not known is left out for Prometheus, and never 0', () => {
  const { report } = COMPARED;
  const changes = { ...COMPARED.changes, comparable: false, why: 'It is another.' };
  const names = parse(changesProm({ report, changes, notes: [], own: null, lastConclusive: null })).map(
    ({ name }) => name,
  );
  expect(names).toEqual([
    'conformance_verdict',
    'conformance_violations',
    'conformance_inconclusive',
    'conformance_duration_seconds',
  ]);
});

test('a name is escaped by the rules of each format, and does nothing anywhere', () => {
  const { target } = reportOfMorning(1, {});
  const odd = `a"b\\c\nd${HOSTILE}`;
  const hostile = comparedOf({ [A]: [F, H] }, { target: { ...target, item: odd } });
  const [metric] = parse(changesProm(hostile));
  expect(metric?.metrics[0]?.labels['target']).toContain('/a"b\\c\\nd');
  const active = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;
  for (const text of [
    changesProm(hostile),
    changesMarkdown(hostile),
    changesTerminal(hostile, pc.createColors(false)),
  ]) {
    expect(text).not.toMatch(active);
    expect(text.split('\n').filter((line) => line.startsWith('d'))).toEqual([]);
  }
});

test('Markdown has at most 3,000 characters, and says how many failures it leaves out', () => {
  const { target, requirements } = reportOfMorning(2, {});
  const [one] = requirements;
  if (one === undefined) throw new Error('There are requirements.');
  const finding = reported({ kind: 'violation', message: 'It does not.', fingerprint: F });
  const failed = Array.from({ length: 90 }, (_, at) => ({
    ...one,
    ...({ id: `delete.${at}`, title: HOSTILE.repeat(9), outcome: 'failed', findings: [finding] } as const),
  }));
  const many = comparedOf({}, { requirements: failed, target: { ...target, item: '`'.repeat(700) } });
  const text = changesMarkdown({ ...many, notes: [HOSTILE.repeat(99)] });
  expect(text.length).toBeLessThanOrEqual(3000);
  const told = text.split('\n').filter((line) => line.startsWith('- ')).length;
  expect(told).toBeGreaterThan(2);
  // Of the two of the morning before nothing is known now: they are left out too.
  expect(text).toContain(`\n\n${92 - told} more in conformance.html\n`);
});
