import type { Contract, Field } from '../model/contract.ts';
import type { Title } from '../model/requirement.ts';
import type { Probe } from '../model/scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { rowsOf } from './rows.ts';
import type { Demand, Rule } from './rule.ts';

type Demands = Rule['demands'];

/** A documented field as its requirement speaks of it. */
export interface FieldInWords extends Pick<Field, 'path' | 'expected'> {
  readonly status: number;
  /** False where it may be absent. */
  readonly required: boolean;
  /** What holds it and may be absent itself, e.g. `an item of \`status.resources\``; null where all of that must be there. */
  readonly within: string | null;
}

/** Every probe of the walk, in its order. */
const PROBES: readonly Probe[] = scenarios.flatMap((scenario) => scenario.probes);

/** The statuses whose answers the page describes. */
const DOCUMENTED = [200, 400];

/** One requirement, with the words of its rule. */
export function single(id: string): Demands {
  return (_contract, rule) => [demandOf(rule, id, rule.title)];
}

/** One requirement for each probe of the rule's rows: the one that the probe names; `readingsOf`: what it alone rests on. */
export function perProbe(
  titleOf: (probe: Probe) => Title,
  readingsOf: (probe: Probe) => readonly string[] = () => [],
): Demands {
  return (_contract, rule) =>
    PROBES.filter((probe) => rule.rows.includes(probe.row)).map((probe) => {
      const demand = demandOf(rule, probe.requirement, titleOf(probe));
      const readings = [...demand.readings, ...readingsOf(probe)];
      return { ...demand, readings, shownBy: ({ id }: Probe) => id === probe.id };
    });
}

/** One requirement for each documented status, e.g. `delete.200.json`. */
export function perStatus(suffix: string, titleOf: (status: number) => Title): Demands {
  return (_contract, rule) =>
    DOCUMENTED.map((status) => ({
      ...demandOf(rule, `delete.${status}.${suffix}`, titleOf(status)),
      shownBy: shownWith(status),
    }));
}

/** One requirement for each documented field of each documented answer, with the field's own clause, basis and readings. */
export function perField(titleOf: (field: FieldInWords) => Title): Demands {
  return (contract, rule) =>
    DOCUMENTED.flatMap((status) => {
      const fields = fieldsOf(contract, status);
      return fields.map((field) => ({
        id: memberId(status, field.path),
        title: titleOf({ ...field, status, within: withinOf(field, fields) }),
        basis: field.basis,
        clause: field.clause,
        readings: [...new Set([...field.readings, ...(rule.readings ?? [])])],
        shownBy: shownWith(status),
      }));
    });
}

/** The id of the requirement that a field of an answer has, e.g. `delete.200.body.status.phase`. */
export function memberId(status: number, path: string): string {
  return path === '' ? `delete.${status}.body` : `delete.${status}.body.${path}`;
}

/** The status that a requirement of an answer is about, e.g. 200 for `delete.200.json`; 0 where it is about none. */
export function statusOf({ id }: Demand): number {
  const status = Number(id.split('.')[1]);
  return Number.isInteger(status) ? status : 0;
}

/** The documented field that a requirement is about, e.g. `status.phase` for `delete.200.body.status.phase`. */
export function fieldOf({ id }: Demand): string {
  return id.split('.').slice(3).join('.');
}

/** The documented fields that hold a field, the outermost first; the body itself is none of them. */
export function holdersOf({ path }: Pick<Field, 'path'>, fields: readonly Field[]): readonly Field[] {
  return fields.filter((one) => one.path !== '' && path.startsWith(`${one.path}.`));
}

/** The nearest of the fields that hold a field and may be absent. */
function withinOf(field: Field, fields: readonly Field[]): string | null {
  const holder = holdersOf(field, fields).findLast(
    ({ required, steps }) => !required || field.steps[steps.length] === '*',
  );
  if (holder === undefined) return null;
  const isOne = field.steps[holder.steps.length] !== '*';
  return isOne ? `\`${holder.path}\`` : `an item of \`${holder.path}\``;
}

function fieldsOf(contract: Contract, status: number): readonly Field[] {
  return contract.operations.get('DeletePlugin')?.responses.get(status)?.fields ?? [];
}

function shownWith(status: number): (probe: Probe) => boolean {
  const rows = rowsOf(status);
  return ({ row }) => rows.includes(row);
}

function demandOf({ basis, clause, readings = [] }: Rule, id: string, title: Title): Demand {
  return { id, title, basis, clause, readings };
}
