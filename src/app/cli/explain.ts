import { type Ruled, ruled } from '../../engine/judge/requirements.ts';
import { didYouMean } from '../../engine/nearest.ts';
import { ofRecordings } from '../../engine/recording/judge-recorded.ts';
import { BASES, plural } from '../../engine/report/words.ts';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { deviations } from '../../suites/modelarts-plugins/mock/deviations/deviations.ts';
import { pluginsSources } from '../../suites/modelarts-plugins/sources.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { behindLabel } from '../terminal/columns.ts';
import { print } from '../terminal/print.ts';
import { type Explained, explained } from './explained.ts';
import { UsageError } from './usage-error.ts';

/** As many columns as the labels have, the blanks around them counted. */
const LABELS = 13;

/**
 * Prints what a requirement demands, or, without an id or with the beginning of several, a line for each; `json`: all
 * that is known of it, or of each. Throws a UsageError for an unknown one.
 */
export async function explain(id: string | undefined, { json = false } = {}): Promise<void> {
  const asked = askedFor(id, await explainedOnes());
  const exact = asked.find((one) => one.id === id);
  if (json) print(...JSON.stringify(asked, null, 2).split('\n'));
  else if (exact === undefined) list(asked);
  else print(...rowsOf(exact).flatMap(([label, text]) => behindLabel(label, text)));
}

/** What is known of every requirement, in the order of the report, and of those that recordings alone are judged by. */
export async function explainedOnes(): Promise<{
  readonly all: readonly Explained[];
  readonly ofRecordings: readonly Explained[];
}> {
  const contract = await pluginsContract();
  const sources = await pluginsSources();
  const given = { suite: modelartsPlugins, contract };
  const told = (one: Ruled) => explained(one, contract, sources);
  return { all: ruled(given).map(told), ofRecordings: ofRecordings(given).map(told) };
}

type Ones = Awaited<ReturnType<typeof explainedOnes>>;

function askedFor(id: string | undefined, { all, ofRecordings: others }: Ones): readonly Explained[] {
  if (id === undefined) return all;
  const found = [...all, ...others].filter((one) => one.id === id);
  const asked = found.length > 0 ? found : all.filter((one) => one.id.startsWith(`${id}.`));
  if (asked.length > 0) return asked;
  const ids = all.map((one) => one.id);
  throw new UsageError(
    `\`${id}\` is no requirement${didYouMean(id, ids) || '; `conformance explain` lists all.'}`,
  );
}

function list(requirements: readonly Explained[]): void {
  const width = Math.max(...requirements.map(({ id }) => id.length));
  for (const { id, title } of requirements) print(`${id.padEnd(width)}  ${title}`);
}

type Row = readonly [label: string, text: string];

/** What is known of a requirement, each text behind its label. */
export function rowsOf({ says, added, readings, provenBy, ...one }: Explained): readonly Row[] {
  const titles = new Map(deviations.map(({ name, title }): [string, string] => [name, title]));
  const width = Math.max(...provenBy.map((name) => name.length));
  return [
    ['', one.id],
    ['  ', one.title],
    row('clause', `${one.clause} (${one.basis})`),
    ...added.map(({ keyword, basis, note }) =>
      row('added', `${keyword === undefined ? '' : `\`${keyword}\`, `}${BASES[basis]}: ${note}`),
    ),
    ...says.map(({ document, clause, says: said }) =>
      row('from', `${document === undefined ? '' : `${document}, `}${clause}: ${said}`),
    ),
    ...readings.flatMap(({ id, documents, reading }) => [
      row('rests on', `${id}: ${documents}`),
      row('read as', reading),
    ]),
    row('seen in', one.scenarios.join(', ')),
    ...(provenBy[0] === undefined
      ? []
      : [
          row(
            'shown by',
            `${plural(provenBy.length, 'deviation')} of the mock, e.g. \`npx --no conformance run --mock --deviation ${provenBy[0]}\``,
          ),
        ]),
    ...provenBy.map((name): Row => [`${' '.repeat(LABELS)}${name.padEnd(width)}  `, titles.get(name) ?? '']),
  ];
}

function row(label: string, text: string): Row {
  return [`  ${label}`.padEnd(LABELS), text];
}
