import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FILES, TOTALS_FILES } from '../../engine/report/file-names.ts';
import { cutMarkdown, MOST_SUMMARY_BYTES } from '../../engine/report/markdown-cut.ts';
import { markdownSentence } from '../../engine/report/markdown-text.ts';
import { ALL_TARGETS, totalsReason } from '../../engine/report/targets/totals-text.ts';
import { VERDICTS } from '../../engine/report/words.ts';
import { besideVerdict, type RunEnd } from './run-end.ts';

/** Where the run left its own summary, which was looked through for secrets; null where it could leave none. */
export function summaryFile({ report, totals }: RunEnd, reportsDir: string | null): string | null {
  if ((report === null && totals === undefined) || reportsDir === null) return null;
  const path = join(reportsDir, totals === undefined ? REPORT_FILES.markdown : TOTALS_FILES.markdown);
  return existsSync(path) ? path : null;
}

/** What is appended to a step's summary that has so many bytes already; '' where no more fits. */
export function summaryText(end: RunEnd, file: string | null, before: number): string {
  const beside = besideVerdict(end);
  const notice = beside === null ? [] : [`**${markdownSentence(beside)}** Exit code ${end.exitCode}.`];
  const text = [...notice, file === null ? withoutFile(end) : readFileSync(file, 'utf8')].join('\n\n');
  // A block of somebody else's ends at a blank line.
  const between = before === 0 ? '' : '\n';
  const cut = cutMarkdown(
    text,
    MOST_SUMMARY_BYTES - before - between.length,
    end.totals === undefined ? undefined : ALL_TARGETS,
  );
  return cut === '' ? '' : between + cut;
}

function withoutFile({ report, totals }: RunEnd): string {
  const { verdict } = totals ?? report ?? {};
  if (verdict === undefined) return '# Conformance: no verdict\n';
  const reason = totals === undefined ? (report?.reason ?? '') : totalsReason(totals);
  return `# ${VERDICTS[verdict]}\n\n${markdownSentence(reason)}\n`;
}
