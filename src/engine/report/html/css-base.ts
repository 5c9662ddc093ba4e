/** Type, layout, the elements themselves, and the parts that more than one page has. */
export const CSS_BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
.page { max-width: 80rem; margin: 0 auto; padding: 1.25rem 1.5rem 4rem; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 2rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; margin-bottom: .6rem; }
h3 { font-size: 1rem; line-height: 1.4; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: .84em; }
code { unicode-bidi: isolate; }
pre { margin: .4rem 0 0; padding: .6rem .8rem; background: var(--sunken); border: 1px solid var(--line);
  border-radius: 8px; line-height: 1.5; font-size: .8125rem; white-space: pre-wrap; max-height: 28rem; overflow: auto; }
main > section { margin-top: 2.5rem; }
.lead { color: var(--muted); margin: -.3rem 0 .8rem; max-width: 52rem; }
.meta { color: var(--muted); font-size: .8125rem; }
.remark { margin-top: .5rem; color: var(--muted); font-size: .875rem; }
.sprite { position: absolute; }
.icon { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.skip { position: absolute; left: -100rem; top: 0; padding: .5rem 1rem; background: var(--surface); z-index: 2; }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .8125rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: left; font-weight: 600; font-size: .75rem; color: var(--muted); padding: .4rem .8rem; }
td { padding: .5rem .8rem; border-top: 1px solid var(--line); vertical-align: top; }
:target { scroll-margin-top: 4rem; }
tr:target > td, .card:target, div:target { background: var(--mark); }
nav { position: sticky; top: 0; z-index: 1; margin: .75rem -.5rem 0; padding: .4rem .5rem; background: var(--ground); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem; }
nav a { display: block; padding: .2rem .65rem; border-radius: 999px; color: var(--text); text-decoration: none;
  white-space: nowrap; font-size: .8125rem; border: 1px solid var(--line); background: var(--surface); }
nav a:hover { border-color: var(--muted); }
nav span { color: var(--muted); font-variant-numeric: tabular-nums; }
.kicker { color: var(--muted); font-size: .8125rem; margin-bottom: .15rem; }
.reason { margin-top: .5rem; max-width: 46rem; }
.rows dt { color: var(--muted); font-size: .75rem; font-weight: 600; }
.badge { display: inline-flex; align-items: center; gap: .3rem; padding: .05rem .55rem .05rem .35rem; border-radius: 999px;
  background: var(--tone-ground); color: var(--tone); font-size: .78rem; font-weight: 600; white-space: nowrap; }
.badge .icon { width: .9rem; height: .9rem; }
.level { font-size: .84em; letter-spacing: .03em; }
.rows { display: grid; gap: .4rem; margin-top: .5rem; font-size: .9rem; }
.rows div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .75rem; }
.rows dt { padding-top: .15rem; }
@media (max-width: 40rem) {
  .page { padding: .75rem .9rem 3rem; }
  h1 { font-size: 1.55rem; }
  main > section { margin-top: 2rem; }
  nav ul { flex-wrap: nowrap; overflow-x: auto; }
  thead { position: absolute; left: -100rem; }
  table, tbody, tr, td { display: block; }
  td + td { border-top: 0; padding-top: .2rem; }
  .rows div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { color-scheme: light; --ground: #fff; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  pre { max-height: none; overflow: visible; }
  tr, .exchange { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
}
`;
