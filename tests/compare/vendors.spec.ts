import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { conformance } from '../cli/command.ts';
import type { Kind } from '../evidence/kinds.ts';
import { runOf } from '../evidence/runs.ts';
import { test } from '../own-test.ts';

/** What a report says of its requirements, as far as it is compared here. */
interface Read {
  readonly requirements: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly findings: readonly { readonly fingerprint: string }[];
  }[];
}

function vendor(deviation: string): Kind {
  return { what: deviation, mock: { deviation }, code: 1, report: {} };
}

/** The ids of what is unlike in two reports, told from the files alone. */
function unlike(one: string, other: string): readonly string[] {
  const [first, second] = [one, other].map((dir) => {
    const { requirements }: Read = JSON.parse(readFileSync(join(dir, 'conformance.json'), 'utf8'));
    return new Map(
      requirements.map(({ id, outcome, findings }): [string, string] => [
        id,
        `${outcome} ${[...new Set(findings.map(({ fingerprint }) => fingerprint))].sort().join(' ')}`,
      ]),
    );
  });
  const ids = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])];
  return ids.filter((id) => first?.get(id) !== second?.get(id)).sort();
}

test('of two deviating vendors exactly the rows are named that differ @slow', async () => {
  const pairs = [
    // One answer that is wrong in two ways, so that outcomes are equal and ways are not.
    ['status-201', 'status-204'],
    ['ill-formed-pool-500', 'no-token-accepted'],
  ] as const;
  for (const [at, deviations] of pairs.entries()) {
    const [one, other] = await Promise.all(
      deviations.map((deviation) => runOf(vendor(deviation), `${at}/${deviation}`)),
    );
    expect([one?.code, other?.code]).toEqual([1, 1]);
    const dirs = [one?.dir ?? '', other?.dir ?? ''] as const;
    const differing = unlike(...dirs);
    expect(differing.length).toBeGreaterThan(1);
    const asJson = await conformance(['compare', ...dirs, '--json']);
    expect(asJson.code).toBe(1);
    const { rows, reports } = JSON.parse(asJson.stdout);
    expect(reports.map(({ label }: { label: string }) => label)).toEqual(deviations);
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual(differing);
    const { stdout } = await conformance(['compare', ...dirs, '--out', `out-${at}`]);
    const named = stdout.match(/^[a-z]+\.[\w.-]+$/gm) ?? [];
    expect([...named].sort()).toEqual(differing);
    const [page, summary] = ['compare.html', 'compare.md'].map((file) =>
      readFileSync(test.info().outputPath(`out-${at}`, file), 'utf8'),
    );
    for (const id of differing) expect([id, page]).toEqual([id, expect.stringContaining(`>${id}<`)]);
    for (const id of differing) expect([id, summary]).toEqual([id, expect.stringContaining(`\`${id}\``)]);
    const same = await conformance(['compare', dirs[0], dirs[1], '--all', '--json']);
    expect(JSON.parse(same.stdout).rows.length).toBe(JSON.parse(same.stdout).requirements);
  }
});
