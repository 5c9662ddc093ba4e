/** The run over time, the fields, the table of every requirement with its filters, the evidence, and print. */
export const CSS_RUN = `
.axis { display: grid; grid-template-columns: repeat(5, 1fr); margin-left: 11rem; color: var(--muted); font-size: .75rem; }
.lanes li { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: 0 .5rem; align-items: center; border-top: 1px solid var(--line); padding: .15rem 0; }
.lane { font-size: .875rem; text-align: right; }
.lanes svg { display: block; background: linear-gradient(90deg, var(--line) 1px, transparent 1px) 0 0 / 20% 100%; }
.band { fill: var(--band); } .probe { fill: var(--link); } .look { fill: var(--muted); }
.lanes a:hover rect { fill: var(--failed); }
.waits { grid-column: 2; font-size: .75rem; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.waits a { color: var(--muted); text-decoration: none; } .waits a:hover { text-decoration: underline; }
.timings { width: auto; min-width: min(100%, 34rem); }
.timings td, .timings th { padding: .2rem 1.5rem .2rem 0; font-variant-numeric: tabular-nums; }
.trees { display: grid; grid-template-columns: 2fr 1fr; gap: 0 1rem; align-items: start; }
.tree > ul { columns: 17rem 2; column-gap: 2rem; }
.tree ul ul { margin-left: .45rem; padding-left: .75rem; border-left: 1px solid var(--line); }
.field { font-size: .875rem; line-height: 1.65; }
.field .icon { width: .85rem; height: .85rem; margin-right: .35rem; vertical-align: -.1em; color: var(--tone); }
.field a { color: inherit; text-decoration: none; } .field a:hover { text-decoration: underline; }
.field.odd { border: 1px dashed var(--drift); border-radius: 5px; padding: 0 .4rem; color: var(--drift); width: fit-content; }
.is-failed + a { color: var(--failed); font-weight: 600; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin-bottom: .6rem; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: .25rem; align-items: center; border: 0; margin: 0; padding: 0; min-width: 0; }
.filters legend { float: left; padding: 0 .4rem 0 0; font-size: .75rem; font-weight: 600; color: var(--muted); }
.filters label { display: inline-flex; align-items: center; gap: .3rem; min-height: 1.6rem; padding: 0 .6rem 0 .4rem; border: 1px solid var(--line); border-radius: 999px; background: var(--surface); font-size: .8125rem; cursor: pointer; }
.filters input { margin: 0; accent-color: var(--link); }
.filters label:has(:checked) { border-color: var(--link); }
.filters .zero { color: var(--muted); }
.all { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.all { table-layout: fixed; } .all td:nth-child(n+5) { font-size: .8125rem; } .all :is(td, th):nth-child(6) { text-align: right; }
.all th:nth-child(1) { width: 12%; } .all th:nth-child(2) { width: 35%; } .all th:nth-child(3) { width: 8%; } .all th:nth-child(5) { width: 11%; } .all th:nth-child(6) { width: 7%; }
@media (max-width: 64rem) { .all th:nth-child(1) { width: 16%; } .all th:nth-child(6) { width: 9%; } .all :is(td, th) { padding-left: .4rem; padding-right: .4rem; } }
.readings > div, .proofs > li, .plain li { padding: .5rem 0; border-top: 1px solid var(--line); font-size: .9rem; }
.readings dt { color: var(--muted); } .proofs > li { color: var(--muted); font-size: .8125rem; }
.list li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .3rem 1rem; padding: .4rem 0; border-top: 1px solid var(--line); align-items: start; }
.list .badge { justify-self: start; }
.facts.rows { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; gap: .3rem; grid-template-columns: minmax(0, 1fr); padding: .8rem 1.2rem; box-shadow: var(--shadow); }
#facts .rows div { grid-template-columns: 13rem minmax(0, 1fr); }
#evidence h3 { margin: 1rem 0 .3rem; font-size: .9rem; color: var(--muted); }
.exchange { border: 1px solid var(--line); border-top-width: 0; background: var(--surface); padding: 0 .8rem; }
h3 + .exchange { border-top-width: 1px; }
.exchange[open] { padding-bottom: .8rem; }
.exchange.home { padding: .25rem .8rem; font-size: .875rem; } .home a { color: inherit; text-decoration: none; }
.exchange > summary { padding: .25rem 0; font-size: .875rem; }
.whole { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.2rem; }
.whole > :not(.side) { grid-column: 1 / -1; } .whole > .copy { justify-self: end; margin-bottom: -2rem; }
.http { color: var(--muted); }
.hex { white-space: pre; }
.trouble { color: var(--inconclusive); }
@media (max-width: 40rem) {
  .axis { margin-left: 0; } .lanes li { grid-template-columns: minmax(0, 1fr); } .lane { text-align: left; } .waits { grid-column: 1; }
  .timings td { display: inline-block; padding-right: 1rem; } .timings td:nth-child(1) { display: block; padding-bottom: 0; }
  .timings td:nth-child(2)::after { content: ' answers'; } .timings td:nth-child(3)::before { content: 'least '; } .timings td:nth-child(4)::before { content: 'middle '; } .timings td:nth-child(5)::before { content: 'most '; }
  .trees, .whole, .list li, #facts .rows div { grid-template-columns: minmax(0, 1fr); }
  .tree > ul { columns: 1; }
  .all td:nth-child(n) { width: auto; text-align: left; padding-top: .1rem; padding-bottom: .1rem; }
  .all td:nth-child(3) { display: none; }
  .all td:nth-child(1) { padding-top: .5rem; } .all td:nth-child(6) { padding-bottom: .5rem; }
  .all td:nth-child(5)::before { content: 'exchanges '; color: var(--muted); } .all td:nth-child(6)::before { content: 'proven by '; color: var(--muted); }
}
@media (forced-colors: active) {
  .status, .badge, .count, .mode { border: 1px solid currentColor; } .bar rect, .strip rect, .lanes rect { forced-color-adjust: none; }
}
@media print {
  html { font-size: 11.5px; }
  .page > main > section { margin-top: 1.4rem; }
  .card, .all, .head { box-shadow: none; } .card { padding: .5rem .8rem; margin-top: .5rem; }
  .filters, .copy, .more, .all details, #evidence, #proofs, #readings, #scenarios { display: none; }
  .broken .fine:has(+ .how:not([open])), .broken .how:not([open]) { display: block; margin-left: 0; } .broken .how > summary, .all .how:not([open]) { display: none; } .how::details-content { content-visibility: visible; block-size: auto; }
  .all td { padding: .25rem .4rem; } .all :is(td, th):nth-child(3) { display: none; }
  .all th:nth-child(1) { width: 12%; } .all th:nth-child(2) { width: 36%; } .all th:nth-child(5) { width: 11%; } .all th:nth-child(6) { width: 7%; }
  .all .says { font-size: .9rem; } .all .fine, .broken .fine { font-size: .8rem; line-height: 1.3; }
  .lanes li, .card > h3, .answered { break-inside: avoid; } .answered, .card > h3 { break-after: avoid; }
}
`;
