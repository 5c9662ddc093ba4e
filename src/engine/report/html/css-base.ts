/** Type, layout and the elements themselves. */
export const CSS_BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
.page { max-width: 66rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 2.1rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; margin-bottom: .75rem; }
h3 { font-size: 1rem; line-height: 1.4; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre, .line, .headers { font-family: var(--mono); font-size: .84em; }
code { unicode-bidi: isolate; }
pre { margin: .5rem 0 0; padding: .75rem .9rem; background: var(--sunken); border: 1px solid var(--line);
  border-radius: 8px; line-height: 1.5; font-size: .8125rem; white-space: pre-wrap; max-height: 28rem; overflow: auto; }
main > section { margin-top: 3rem; }
.lead { color: var(--muted); margin: -.4rem 0 1rem; max-width: 46rem; }
.meta { color: var(--muted); font-size: .8125rem; }
.sprite { position: absolute; }
.icon { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.skip { position: absolute; left: -100rem; top: 0; padding: .5rem 1rem; background: var(--surface); z-index: 2; }
.skip:focus { left: 0; }
summary { cursor: pointer; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .8125rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: left; font-weight: 600; font-size: .75rem; color: var(--muted); padding: .4rem 1rem; }
td { padding: .55rem 1rem; border-top: 1px solid var(--line); vertical-align: top; }
td:first-child, th:first-child { width: 9.5rem; white-space: nowrap; }
td .id { text-decoration: none; font-size: .875rem; color: var(--muted); }
td .id:hover { text-decoration: underline; }
td .why { display: block; color: var(--tone); font-size: .875rem; margin-top: .15rem; }
td .source { font-size: .8125rem; }
td .clause { display: block; color: var(--muted); font-size: .8125rem; }
:target { scroll-margin-top: 4.5rem; }
tr:target td, .card:target, details.exchange:target { background: var(--mark); }
@media (max-width: 40rem) {
  .page { padding: 1rem 1rem 3rem; }
  h1 { font-size: 1.65rem; }
  main > section { margin-top: 2.25rem; }
  thead { position: absolute; left: -100rem; }
  table, tbody, tr, td { display: block; }
  td:first-child { width: auto; padding-bottom: 0; }
  td + td { border-top: 0; padding-top: .3rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { --ground: #ffffff; --shadow: none; }
  .page { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  pre { max-height: none; }
  .card, tr, .exchange { break-inside: avoid-page; }
  h2, h3 { break-after: avoid; }
}
`;
