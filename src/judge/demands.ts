import type { Contract } from '../model/contract.ts';
import type { Title } from '../model/requirement.ts';
import type { Probe } from '../model/scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { rowsOf } from './rows.ts';
import type { Demand, Rule } from './rule.ts';

type Demands = Rule['demands'];

/** Every probe of the walk, in its order. */
const PROBES: readonly Probe[] = scenarios.flatMap((scenario) => scenario.probes);

/** The statuses whose answers the page describes. */
const DOCUMENTED = [200, 400];

/** One requirement, with the words of its rule. */
export function single(id: string): Demands {
  return (_contract, rule) => [demandOf(rule, id, rule.title)];
}

/** One requirement for each probe of the rule's rows: the one that the probe names. */
export function perProbe(titleOf: (probe: Probe) => Title): Demands {
  return (_contract, rule) =>
    PROBES.filter((probe) => rule.rows.includes(probe.row)).map((probe) => ({
      ...demandOf(rule, probe.requirement, titleOf(probe)),
      shownBy: ({ id }: Probe) => id === probe.id,
    }));
}

/** One requirement for each documented status, e.g. `delete.200.json`. */
export function perStatus(suffix: string, titleOf: (status: number) => Title): Demands {
  return (_contract, rule) =>
    DOCUMENTED.map((status) => ({
      ...demandOf(rule, `delete.${status}.${suffix}`, titleOf(status)),
      shownBy: shownWith(status),
    }));
}

/** One requirement for each documented field of each documented answer, with the field's own clause and basis. */
export function perField(titleOf: (status: number, name: string, expected: string) => Title): Demands {
  return (contract) =>
    DOCUMENTED.flatMap((status) =>
      fieldsOf(contract, status).map(({ path, expected, basis, clause }) => ({
        id: path === '' ? `delete.${status}.body` : `delete.${status}.body.${path}`,
        title: titleOf(status, path, expected),
        basis,
        clause,
        shownBy: shownWith(status),
      })),
    );
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

function fieldsOf(contract: Contract, status: number) {
  return contract.operations.get('DeletePlugin')?.responses.get(status)?.fields ?? [];
}

function shownWith(status: number): (probe: Probe) => boolean {
  const rows = rowsOf(status);
  return ({ row }) => rows.includes(row);
}

function demandOf({ basis, clause }: Rule, id: string, title: Title): Demand {
  return { id, title, basis, clause };
}
