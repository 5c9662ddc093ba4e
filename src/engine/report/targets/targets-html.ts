import { html } from 'hono/html';
import { CSS_REPORT } from '../html/css-report.ts';
import { CSS_RUN } from '../html/css-run.ts';
import { documentOf } from '../html/document.ts';
import { VERDICT_LOOK } from '../html/icons.ts';
import { type Html, shown } from '../html/text.ts';
import { countText, plural, VERDICTS } from '../words.ts';
import { brokenWhere, untestedWhere, waivedWhere } from './broken-where.ts';
import { CSS_TARGETS } from './css-targets.ts';
import { totalsHeader, totalsTold } from './html-header.ts';
import { targetsSection } from './html-table.ts';
import { brokenSection, untestedSection, waivedSection } from './html-where.ts';
import type { TotalsInput } from './totals-input.ts';

/** The text of `targets.html`: one page that loads nothing and runs nothing, with the way to the page of each target. */
export function targetsHtml(input: TotalsInput): string {
  const { report, suite } = input;
  const all = report.targets.length + report.missing.length;
  const parts: readonly (readonly [id: string, name: string, count: number, part: Html | ''])[] = [
    ['targets', 'Targets', all, targetsSection(input)],
    ['broken', 'What is broken where', brokenWhere(report).length, brokenSection(input)],
    ['untested', 'What could not be told', untestedWhere(report).length, untestedSection(input)],
    ['waived', 'Violated, but waived', waivedWhere(report).length, waivedSection(input)],
  ];
  const there = parts.filter(([, , , part]) => part !== '');
  return documentOf(
    {
      title: `${VERDICTS[report.verdict]}: ${plural(all, 'target')}, ${suite.title}`,
      skip: 'To the targets',
      style: CSS_REPORT + CSS_RUN + CSS_TARGETS,
      icon: VERDICT_LOOK[report.verdict],
    },
    html`${totalsHeader(input)}
<nav aria-label="Contents"><ul>${there.map(([id, name, count]) => html`<li><a href="#${id}">${name} <span>${countText(count)}</span></a></li>`)}</ul></nav>
<main id="main">
${totalsTold(input)}
${there.map(([, , , part]) => part)}
</main>
<footer><p>${shown(report.suite.name)} ${shown(report.suite.version)}. The page of each target has its evidence; secrets were replaced by <code>[REDACTED]</code>.</p></footer>
`,
  );
}
