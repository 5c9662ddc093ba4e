import type { Report } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { oneLine } from '../../report/inert.ts';
import { fails } from '../../report/words.ts';
import type { Compared } from './compared.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

const VERDICTS: readonly Verdict[] = [
  'conformant',
  'conformant-with-waivers',
  'non-conformant',
  'inconclusive',
];

/** What is new, in the text format of Prometheus: for the textfile collector of a node exporter. */
export function changesProm({ report, changes, own, lastConclusive }: Compared): string {
  const target = { target: targetLabel(report) };
  const one = (value: number): readonly Sample[] => [[target, value]];
  const seconds = (milliseconds: number) => milliseconds / 1000;
  const latencies = Object.entries(own?.latencyMs ?? {});
  return [
    metric(
      'conformance_verdict',
      '1 for the verdict of the last run, 0 for the others.',
      VERDICTS.map((verdict) => [{ ...target, verdict }, report.verdict === verdict ? 1 : 0]),
    ),
    metric(
      'conformance_violations',
      'Requirements that the last run saw violated, waived ones not counted.',
      one(report.requirements.filter((requirement) => fails(report, requirement)).length),
    ),
    metric(
      'conformance_new',
      'Failures that the run before did not have; left out where it cannot be compared.',
      changes.comparable ? one(changes.new.length) : [],
    ),
    metric(
      'conformance_inconclusive',
      'Requirements that the last run could not test.',
      one(report.counts.inconclusive),
    ),
    metric(
      'conformance_last_conclusive_timestamp_seconds',
      'When the last run began that told something of the target.',
      lastConclusive === null ? [] : one(seconds(Date.parse(lastConclusive))),
    ),
    metric('conformance_duration_seconds', 'How long the last run took.', one(seconds(report.durationMs))),
    metric(
      'conformance_response_seconds',
      'How long an operation took to answer in the last run: the median by nearest rank (0.5), and the longest (1).',
      latencies.flatMap(([operation, { p50, max }]): readonly Sample[] => [
        [{ ...target, operation, quantile: '0.5' }, seconds(p50)],
        [{ ...target, operation, quantile: '1' }, seconds(max)],
      ]),
    ),
  ].join('');
}

/** What tells a target from others and stays the same: host and path of its endpoint, and the names. */
export function targetLabel({ target }: Pick<Report, 'target'>): string {
  const { endpoint, project, collection, item } = target;
  return [endpoint.replace('https://', '').replace('http://', ''), project, collection, item].join('/');
}

/** '' where there is no sample: a metric without one would be told as 0 by some. */
function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(([labels, value]) => {
    const shown = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${name}{${shown.join(',')}} ${plainNumber(value)}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

/** A label's value by the rules of the format; what a terminal would act on is an escape before. */
function escaped(text: string): string {
  return oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

/** A number with digits and a point alone, of microseconds at most, whatever the language of the machine. */
function plainNumber(value: number): string {
  return String(Number(value.toFixed(6)));
}
