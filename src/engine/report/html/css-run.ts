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
.tree > ul { columns: 2; column-gap: 2rem; }
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
.none { display: none; }
.all { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.all td:nth-child(1) { width: 8.5rem; } .all th:nth-child(3) { min-width: 5.5rem; } .all td:nth-child(2) { width: 36%; } .all td:nth-child(5), .all td:nth-child(6) { font-size: .8125rem; }
.all td:nth-child(5) { width: 9rem; } .all td:nth-child(6) { width: 5rem; text-align: right; }
.readings > div, .proofs > div, .plain li { padding: .5rem 0; border-top: 1px solid var(--line); font-size: .9rem; }
.readings dt { color: var(--muted); } .proofs dd { color: var(--muted); font-size: .8125rem; }
.list li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .3rem 1rem; padding: .4rem 0; border-top: 1px solid var(--line); align-items: start; }
.list .badge { justify-self: start; }
.facts.rows { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; gap: .3rem; grid-template-columns: minmax(0, 1fr); padding: .8rem 1.2rem; }
#facts .rows div { grid-template-columns: 13rem minmax(0, 1fr); }
#evidence h3 { margin: 1rem 0 .3rem; font-size: .9rem; color: var(--muted); }
.exchange { border: 1px solid var(--line); border-top-width: 0; background: var(--surface); padding: 0 .8rem; }
h3 + .exchange { border-top-width: 1px; }
.exchange[open] { padding-bottom: .8rem; }
.exchange > summary { padding: .25rem 0; font-size: .875rem; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.2rem; }
.http { color: var(--muted); }
.hex { white-space: pre; }
.trouble { color: var(--inconclusive); }
@media (max-width: 40rem) {
  .axis { margin-left: 0; } .lanes li { grid-template-columns: minmax(0, 1fr); } .lane { text-align: left; } .waits { grid-column: 1; }
  .timings td { display: inline-block; padding-right: 1rem; }
  .trees, .sides, .list li, #facts .rows div { grid-template-columns: minmax(0, 1fr); }
  .tree > ul { columns: 1; }
  .all td:nth-child(n) { width: auto; text-align: left; padding-top: .1rem; padding-bottom: .1rem; }
  .all td:nth-child(1) { padding-top: .5rem; } .all td:nth-child(6) { padding-bottom: .5rem; }
  .all td:nth-child(5)::before { content: 'exchanges '; color: var(--muted); } .all td:nth-child(6)::before { content: 'proven by '; color: var(--muted); }
}
@media (forced-colors: active) {
  .status, .badge, .count, .mode { border: 1px solid currentColor; } .bar rect, .strip rect, .lanes rect { forced-color-adjust: none; }
}
@media print {
  .page { font-size: 9.5pt; } main > section { margin-top: 1rem; } h2 { margin-bottom: .3rem; }
  .card, .all, .head { box-shadow: none; } .card { padding: .5rem .7rem; margin-top: .5rem; } td { padding-top: .2rem; padding-bottom: .2rem; }
  .filters, .copy, .more, .all details, #evidence, #proofs, #readings, #scenarios { display: none; }
  .all { font-size: 8pt; } .all .fine { font-size: 7.5pt; } .all .says { font-size: 8pt; }
  .all tr.o-passed td:nth-child(4) .fine + .fine { display: none; }
}
`;
