import { html } from 'hono/html';
import type { Comparison } from '../../model/comparison.ts';
import { PACKAGE } from '../../package-root.ts';
import { documentOf } from '../../report/html/document.ts';
import { prose } from '../../report/html/text.ts';
import { CSS_COMPARE } from '../html/css-compare.ts';
import { gridSection } from '../html/grid.ts';
import { reportsSection, toldSection } from '../html/told.ts';
import { differText, headTexts, sideBySideText, verdictsText } from '../words.ts';

/** As many names as a sentence of the head has. */
const MOST_NAMES = 6;

/** The text of `compare.html`: one page that loads nothing, and has no script. */
export function compareHtml(comparison: Comparison): string {
  const { differing, requirements } = comparison;
  const look = differing === 0 ? 'passed' : 'drift';
  const parts = [
    ['grid', 'Side by side', gridSection(comparison)],
    ['words', 'In words', toldSection(comparison)],
    ['reports', 'Reports', reportsSection(comparison)],
  ] as const;
  const there = parts.filter(([, , part]) => part !== '');
  const heads = headTexts(comparison, MOST_NAMES);
  const same =
    differing === 0
      ? html`<p class="reason">All ${requirements} have the same outcome in each report, and fail in the same way where they fail.</p>`
      : '';
  const content = html`
<header class="top head is-${look}">
<p class="kicker">${sideBySideText(comparison)}</p>
<h1>${differText(comparison)}</h1>
${same}
<p class="reason">${verdictsText(comparison)}</p>
${heads.length === 0 ? '' : html`<ul>${heads.map((text) => html`<li>${prose(text)}</li>`)}</ul>`}
</header>
<nav aria-label="Contents"><ul>${there.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${there.map(([, , part]) => part)}
</main>
<footer><p>${PACKAGE.name} ${PACKAGE.version}. What targets sent, and what folders are called, is shown as text.</p></footer>
`;
  return documentOf(
    {
      title: `Conformance: ${differText(comparison)}, ${sideBySideText(comparison)}`,
      skip: 'To the rows',
      style: CSS_COMPARE,
      icon: look,
    },
    content,
  );
}
