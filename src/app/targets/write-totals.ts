import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetOutcome, TargetsReport } from '../../engine/model/targets.ts';
import { REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { targetsHtml } from '../../engine/report/targets/targets-html.ts';
import { targetsJson } from '../../engine/report/targets/targets-json.ts';
import { targetsJunit } from '../../engine/report/targets/targets-junit.ts';
import { targetsMarkdown } from '../../engine/report/targets/targets-markdown.ts';
import { totalsOf } from '../../engine/report/targets/totals.ts';
import type { TotalsInput } from '../../engine/report/targets/totals-input.ts';
import { writeWhole } from '../../engine/report/write.ts';
import { UnwrittenError } from '../../engine/unwritten.ts';
import { withoutSecrets } from '../run/secrets.ts';

/** How the totals of many targets are written. */
export interface WriteTotals {
  /** All that the list of targets has, in its order. */
  readonly names: readonly string[];
  /** What is named there and has no outcome is missing, as where several machines shared the list. */
  readonly isAllOfThem?: boolean;
  readonly suite: TotalsInput['suite'];
  /** What no file may show: the secrets of all targets. */
  readonly secrets?: readonly string[];
  /** Told of a file that could not be written, and why; the others are written nevertheless. Without it an UnwrittenError is thrown. */
  readonly onFailure?: (path: string, cause: unknown) => void;
}

/** Totals that were written. */
export interface WrittenTotals {
  readonly report: TargetsReport;
  /** Absolute paths of the files, the page first. */
  readonly written: readonly string[];
}

/**
 * Writes `targets.html`, `targets.md`, `junit.xml` and, last, `targets.json` into a reports directory that has the folder of
 * each target. A reader sees each file whole or not at all.
 */
export function writeTotals(
  dir: string,
  outcomes: readonly TargetOutcome[],
  { names, isAllOfThem = false, suite, secrets = [], onFailure }: WriteTotals,
): WrittenTotals {
  const clean = <T>(value: T) => withoutSecrets(value, secrets);
  const report = clean(totalsOf(outcomes, names, { isAllOfThem }));
  const input = { report, suite };
  // A name that holds a secret is not that of the folder any more.
  const folders = new Map([...names, ...outcomes.map(({ name }) => name)].map((name) => [clean(name), name]));
  const ofTarget = (name: string) => {
    const path = join(dir, folders.get(name) ?? name, REPORT_FILES.junit);
    return existsSync(path) ? clean(readFileSync(path, 'utf8')) : null;
  };
  const files: readonly (readonly [string, () => Iterable<string>])[] = [
    [TOTALS_FILES.html, () => [targetsHtml(input)]],
    [TOTALS_FILES.markdown, () => [targetsMarkdown(input)]],
    [REPORT_FILES.junit, () => targetsJunit(input, ofTarget)],
    [TOTALS_FILES.json, () => [targetsJson(report, suite.resource.keys)]],
  ];
  mkdirSync(dir, { recursive: true });
  const written = files.flatMap(([file, texts]) => {
    const path = join(dir, file);
    try {
      writeWhole(path, texts());
      return [path];
    } catch (error) {
      if (onFailure === undefined) throw new UnwrittenError(path, error);
      onFailure(path, error);
      return [];
    }
  });
  return { report, written };
}
