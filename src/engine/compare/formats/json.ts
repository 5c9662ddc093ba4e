import type { Comparison } from '../../model/comparison.ts';
import type { FileKeys } from '../../model/resource.ts';
import { PACKAGE } from '../../package-root.ts';
import { namesAsMembers } from '../../report/named-members.ts';

/** The text of `compare.json`. It is of ASCII alone, so that a terminal shows it as it is. */
export function compareJson(comparison: Comparison, keys: FileKeys): string {
  const { differing, requirements, all, reports, suites, contracts, notes, rows, columns } = comparison;
  const value = {
    formatVersion: 1,
    differing,
    requirements,
    all,
    comparedBy: { name: PACKAGE.name, version: PACKAGE.version },
    reports: reports.map(({ label, target, run, ...rest }) => ({
      label,
      target: { endpoint: target.endpoint, mock: target.mock, ...namesAsMembers(keys, target) },
      run,
      startedAt: rest.startedAt,
      verdict: rest.verdict,
      strict: rest.strict,
      interrupted: rest.interrupted,
      suite: rest.suite,
      contract: rest.contract.sha256,
      counts: rest.counts,
    })),
    suites: suites.map(({ value: version, reports: of }) => ({ version, reports: of })),
    contracts: contracts.map(({ value: { title, version, sha256 }, reports: of }) => ({
      ...{ title, version, sha256, reports: of },
    })),
    notes,
    rows: rows.map(({ id, title, level, differs, cells, ways }) => ({
      ...{ id, title, level, differs },
      cells: cells.map(({ outcome, way, reports: of }) => ({ outcome, way, reports: of })),
      ways: ways.map(({ way, fingerprints, says }) => ({ way, fingerprints, says })),
    })),
    columns,
  };
  return `${JSON.stringify(value, null, 2).replace(/[^\n -~]/g, escaped)}\n`;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
