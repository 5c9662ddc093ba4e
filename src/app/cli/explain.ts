import { type Ruled, ruled } from '../../engine/judge/requirements.ts';
import type { Demand } from '../../engine/judge/rule.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Requirement } from '../../engine/model/requirement.ts';
import { didYouMean } from '../../engine/nearest.ts';
import { BASES, plural } from '../../engine/report/words.ts';
import { pluginsContract, pluginsStatements } from '../../suites/modelarts-plugins/load.ts';
import { deviations } from '../../suites/modelarts-plugins/mock/deviations/deviations.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { print } from '../terminal/print.ts';
import { UsageError } from './usage-error.ts';

/** Prints what a requirement demands, or, without an id or with the beginning of several, a line for each; throws a UsageError for an unknown one. */
export async function explain(id: string | undefined): Promise<void> {
  const contract = await pluginsContract();
  const rules = ruled({ suite: modelartsPlugins, contract });
  const all = rules.map(({ requirement }) => requirement);
  if (id === undefined) return list(all);
  const found = rules.find(({ requirement }) => requirement.id === id);
  const below = all.filter((requirement) => requirement.id.startsWith(`${id}.`));
  if (found === undefined && below.length > 0) return list(below);
  if (found === undefined) {
    const ids = all.map((requirement) => requirement.id);
    throw new UsageError(
      `\`${id}\` is no requirement${didYouMean(id, ids) || '; `conformance explain` lists all.'}`,
    );
  }
  print(...(await linesOf(found, contract)));
}

function list(requirements: readonly Requirement[]): void {
  const width = Math.max(...requirements.map(({ id }) => id.length));
  for (const { id, title } of requirements) print(`${id.padEnd(width)}  ${title}`);
}

async function linesOf({ rule, demand, requirement }: Ruled, contract: Contract): Promise<string[]> {
  const { id, title, basis, clause, readings, scenarios } = requirement;
  const { breaks = rule.breaks } = demand;
  const { document, statements, other } = await pluginsStatements();
  const says = statements
    .filter((statement) => 'requirements' in statement && statement.requirements.includes(id))
    .map((statement) => `${document}, ${statement.clause}: ${statement.says}`);
  const sources = other
    .filter((source) => source.requirements.includes(id))
    .map((source) => `${source.source}: ${source.says}`);
  const caught = deviations.filter(({ catches }) => catches === id);
  const width = Math.max(...caught.map(({ name }) => name.length));
  return [
    id,
    `  ${title}`,
    `  clause     ${clause} (${basis})`,
    ...added(demand, contract).map((line) => `  added      ${line}`),
    ...(breaks === undefined ? [] : [`  added      ${BASES[breaks.basis]}: ${breaks.note}`]),
    ...[...says, ...sources].map((line) => `  from       ${line}`),
    ...contract.readings
      .filter((reading) => readings.includes(reading.id))
      .map((one) => `  rests on   ${one.id}: ${one.documents} ${one.reading}`),
    `  seen in    ${scenarios.join(', ')}`,
    `  shown by   ${plural(caught.length, 'deviation')} of the mock, e.g. \`npx --no conformance run --mock --deviation ${caught[0]?.name}\``,
    ...caught.map((one) => `             ${one.name.padEnd(width)}  ${one.title}`),
  ];
}

/** What was added to what the page says of a field, by keyword. */
function added({ operation, status, field: path }: Demand, { operations }: Contract): readonly string[] {
  const response = operations.get(operation.id)?.responses.get(status ?? '');
  const field = response?.fields.find((one) => one.path === path);
  return (field?.additions ?? []).map(
    ({ keyword, basis, note }) => `\`${keyword}\`, ${BASES[basis]}: ${note}`,
  );
}
