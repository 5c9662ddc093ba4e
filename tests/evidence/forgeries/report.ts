import { JSON_FILE, type Loose } from '../forged.ts';
import { differs, FAILED, type Forgery, failedIn, LEDGER, later } from './forgery.ts';

/** What is said of the run is another, and the sums are made again; nothing is signed. */
export const OF_REPORT: readonly Forgery[] = [
  {
    what: 'the verdict of the report',
    forge: (files) => files.json(JSON_FILE, (report) => (report.verdict = 'conformant')).summed(),
    code: 1,
    says: 'verdict: the pack says conformant, the rules say non-conformant',
  },
  {
    what: 'the verdict of the manifest',
    forge: (files) => files.summed({ verdict: 'conformant' }),
    code: 1,
    says: 'verdict: the pack says conformant, the rules say non-conformant',
  },
  {
    what: 'the verdict of both, the outcome and the counts',
    forge: (files) =>
      files
        .json(JSON_FILE, (report) => {
          report.verdict = 'conformant';
          Object.assign(failedIn(report), { outcome: 'passed', findings: [] });
          Object.assign(report.counts, { failed: 0, passed: report.counts.passed + 1 });
        })
        .summed({ verdict: 'conformant' }),
    code: 1,
    says: new RegExp(`${FAILED}: the pack says passed, the rules say failed .*\\(exchange \\d+\\)`),
  },
  {
    what: 'one outcome',
    forge: (files) => files.json(JSON_FILE, (report) => (failedIn(report).outcome = 'not-observed')).summed(),
    code: 1,
    says: `${FAILED}: the pack says not-observed`,
  },
  {
    what: 'one finding',
    forge: (files) =>
      files
        .json(JSON_FILE, (report) => {
          failedIn(report).findings[0].message = '`status.phase` is all right.';
        })
        .summed(),
    code: 1,
    says: differs(JSON_FILE),
  },
  {
    what: 'one requirement left out',
    forge: (files) =>
      files
        .json(JSON_FILE, (report) => {
          report.requirements = report.requirements.filter(({ id }: Loose) => id !== FAILED);
        })
        .summed(),
    code: 1,
    says: differs(JSON_FILE),
  },
  {
    what: 'when it began, by an hour',
    forge: (files) =>
      files.json(JSON_FILE, (report) => (report.startedAt = later(report.startedAt, 3_600_000))).summed(),
    code: 5,
    says: 'The clock was set back: entry 0 of',
  },
  {
    what: 'when it began, by an hour the other way',
    forge: (files) =>
      files.json(JSON_FILE, (report) => (report.startedAt = later(report.startedAt, -3_600_000))).summed(),
    code: 5,
    says: 'ends after the run did',
  },
  {
    what: 'when it began, by a second',
    forge: (files) =>
      files.json(JSON_FILE, (report) => (report.startedAt = later(report.startedAt, -1000))).summed(),
    code: 1,
    says: differs('reports/conformance.html'),
  },
  {
    what: 'how long it took',
    forge: (files) => files.json(JSON_FILE, (report) => (report.durationMs += 1000)).summed(),
    code: 1,
    says: differs('reports/conformance.html'),
  },
  ...[
    'reports/conformance.html',
    'reports/conformance.md',
    'reports/junit.xml',
    'requests.csv',
    'dispute.md',
  ].map(
    (path): Forgery => ({
      what: `a letter of ${path}`,
      forge: (files) => files.edit(path, (text) => text.replace(/\w(?=\W*$)/, '0x')).summed(),
      code: 1,
      says: differs(path),
    }),
  ),
  {
    what: "the target's name",
    forge: (files) => files.json(JSON_FILE, (report) => (report.target.poolName = 'pool-b')).summed(),
    code: 5,
    says: 'as `poolName`',
  },
  {
    what: "the target's name, in the settings as well",
    forge: (files) =>
      files
        .json(JSON_FILE, (report) => (report.target.poolName = 'pool-b'))
        .json('settings.json', (settings) => (settings.target.poolName = 'pool-b'))
        .summed(),
    code: 5,
    says: `Line 1 of \`${LEDGER}\` is of \`pool-4cd084d36f8bd3346036\`, and the run of \`pool-b\``,
  },
  {
    what: 'the version in the manifest',
    forge: (files) => files.summed({ suite: { name: 'modelarts-plugin-conformance', version: '0.0.1' } }),
    code: 5,
    says: 'and the manifest of 0.0.1',
  },
  {
    what: 'the version wherever it is read',
    forge: (files) =>
      files
        .json(JSON_FILE, (report) => (report.suite.version = '0.0.1'))
        .summed({ suite: { name: 'modelarts-plugin-conformance', version: '0.0.1' } }),
    code: 0,
    says: 'The pages and tables were not compared.',
  },
  {
    what: 'another suite',
    forge: (files) => files.summed({ suite: { name: 'another', version: '0.1.0' } }),
    code: 0,
    says: 'The pack was made by another 0.1.0',
  },
  {
    what: 'notes that are told',
    forge: (files) =>
      files.json(JSON_FILE, (report) => report.notes.push({ message: 'All was well.' })).summed(),
    code: 1,
    says: differs('reports/conformance.html'),
  },
  {
    what: 'how strict it was',
    forge: (files) => files.json(JSON_FILE, (report) => (report.strict = true)).summed(),
    code: 5,
    says: '`settings.json` has `false` as `strict`',
  },
  {
    what: 'that it was interrupted',
    forge: (files) => files.json(JSON_FILE, (report) => (report.interrupted = true)).summed(),
    code: 1,
    says: /verdict: the pack says|is not what the evidence gives/,
  },
  {
    what: 'that it was a mock',
    forge: (files) => files.json(JSON_FILE, (report) => (report.target.mock = true)).summed(),
    code: 1,
    says: 'is not what the evidence gives',
  },
  {
    what: 'what it ended with',
    forge: (files) => files.json(JSON_FILE, (report) => (report.run.exitCode = 0)).summed(),
    code: 1,
    says: differs(JSON_FILE),
  },
  {
    what: 'a report that is no JSON',
    forge: (files) => files.put(JSON_FILE, '{').summed(),
    code: 5,
    says: `\`${JSON_FILE}\` is no JSON.`,
  },
];
