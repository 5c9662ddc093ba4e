import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CompareOptions, compareReports } from '../../src/engine/compare/compare.ts';
import { comparedReport } from '../../src/engine/compare/compared-report.ts';
import type { ComparedReport, ComparedRow, Comparison } from '../../src/engine/model/comparison.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { reportJson } from '../../src/engine/report/json.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { A, B, C, F, G, H, morning, type Night, reportOfMorning } from '../history/lines.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from '../report/hostile.ts';
import { reported } from '../report/reported.ts';

/** A report with its label: of a morning, so that each is of a run of its own. */
export type Labelled = readonly [label: string, night: Night, change?: Partial<Report>];

/** What is kept of such a report, which is one of several. */
export function nightly([label, night, change]: Labelled, at: number): ComparedReport {
  const startedAt = morning((at % 28) + 1);
  return comparedReport(reportOfMorning(at + 1, night, { startedAt, ...change }), label);
}

/** Reports of mornings side by side. */
export function sideBySide(nights: readonly Labelled[], options: Partial<CompareOptions> = {}): Comparison {
  return compareReports(nights.map(nightly), { all: false, notes: [], ...options });
}

/** The rows in short: `id: violated a 0 2, passed 1`. */
export function inShort(rows: readonly ComparedRow[]): readonly string[] {
  return rows.map(
    ({ id, cells }) =>
      `${id}: ${cells.map(({ outcome, way, reports }) => [outcome, way ?? [], reports].flat(2).join(' ')).join(', ')}`,
  );
}

/** Without some of the requirements that a report of a morning has. */
export function without(night: Night, ...ids: readonly string[]): Partial<Report> {
  const { requirements } = reportOfMorning(1, night);
  return { requirements: requirements.filter(({ id }) => !ids.includes(id)) };
}

/** Puts a report into a folder of the test's own; gives the path of the folder. */
export function putReport(folder: string, day: number, night: Night, change: Partial<Report> = {}): string {
  const path = test.info().outputPath(folder, 'conformance.json');
  mkdirSync(dirname(path), { recursive: true });
  const report = reportOfMorning(day, night, change);
  writeFileSync(path, reportJson({ report, suite: reportedPlugins, exchanges: [] }));
  return dirname(path);
}

/** Eight reports, in which all differs that can. */
export const EIGHT: readonly Labelled[] = [
  ['eu-de', {}],
  ['eu-nl', { [A]: [F] }],
  ['us-east', { [A]: [G], [B]: 'waived' }],
  ['us-west', { [A]: [F, G], [B]: 'drift' }, { strict: true }],
  ['asia', { [B]: 'inconclusive' }, { interrupted: true }],
  ['africa', { [C]: 'not-observed' }],
  [
    'oceania',
    { [C]: 'not-applicable' },
    { suite: { name: 'modelarts-plugin-conformance', version: '0.2.0' } },
  ],
  ['nowhere', {}, { ...without({}, B), contract: { title: 'Notes', version: '2', sha256: 'ab'.repeat(32) } }],
];

/** Whatever a target sent, or somebody called a folder, is out to do harm. */
export const HOSTILE_ONES: readonly Labelled[] = [F, G, H].map((way): Labelled => {
  const { requirements } = reportOfMorning(1, { [A]: [way] });
  const { target } = reportOfMorning(1, {});
  return [
    `${way} ${HOSTILE}`,
    {},
    {
      requirements: requirements.map((one) => ({
        ...one,
        id: `${one.id} ${HOSTILE}`,
        title: `MUST hold ${HOSTILE}`,
        findings: one.findings.map((finding) => reported({ ...finding, message: `It is. ${HOSTILE}` })),
      })),
      target: { ...target, item: HOSTILE, collection: HOSTILE, project: HOSTILE },
      contract: {
        title: `${way} ${HOSTILE}`,
        version: HOSTILE,
        sha256: way.repeat(6).slice(0, 64).padEnd(64, '0'),
      },
      suite: { name: HOSTILE, version: `${way} ${HOSTILE}` },
    },
  ];
});
