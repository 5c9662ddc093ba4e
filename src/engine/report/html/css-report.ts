/** The head of the report, what broke, and what could not be tested. */
export const CSS_REPORT = `
.head { display: grid; grid-template-columns: minmax(0, 1.55fr) minmax(0, 1fr); gap: .5rem 2rem; padding: .9rem 1.3rem; background: var(--surface);
  border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 12px; box-shadow: var(--shadow); }
.head h1 { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .6rem; color: var(--tone); }
.head h1 .icon { width: 1.7rem; height: 1.7rem; }
.mode { font-size: .8125rem; font-weight: 500; letter-spacing: 0; line-height: 1.3; color: var(--muted); }
.mode.live { font-weight: 700; padding: .1rem .5rem; border: 1.5px solid currentColor; border-radius: 6px; }
.mode.mock { padding: .1rem .5rem; background: var(--inconclusive-ground); color: var(--inconclusive); border: 1.5px dashed currentColor; border-radius: 6px; }
.mode strong { font-size: 1.5rem; line-height: 1; letter-spacing: .04em; vertical-align: -.1em; }
.ship { font-size: 1.05rem; font-weight: 600; margin-top: .2rem; }
.head.is-inconclusive .ship { font-size: 1rem; line-height: 1.4; }
.head .reason { margin-top: .15rem; max-width: none; font-size: .95rem; }
.head .ship, .head .reason { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.head.is-inconclusive .reason, .head .reason:has(~ .changed) { -webkit-line-clamp: 2; }
.head .ship:has(+ .reason:empty) { -webkit-line-clamp: 4; }
.bar { display: block; width: 100%; height: .5rem; margin-top: .55rem; border-radius: 999px; overflow: hidden; background: var(--quiet-ground); }
.counts { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin-top: .3rem; font-size: .9rem; }
.counts li { color: var(--tone); }
.counts b { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.changed { margin-top: .25rem; font-size: .875rem; font-weight: 600; }
.strip { vertical-align: -.1em; margin-left: .4rem; max-width: 100%; }
.target { display: grid; gap: .2rem; align-content: center; font-size: .875rem; }
.target div { display: grid; grid-template-columns: 5.2rem minmax(0, 1fr); gap: .6rem; }
.target dt { color: var(--muted); }
.card { padding: .9rem 1.2rem; margin-top: .9rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.card.is-failed, .card.is-inconclusive, .card.is-waived, .card.is-drift { border-left: 4px solid var(--tone); }
.card > h3 { font-size: 1.05rem; }
.count { display: inline-block; min-width: 1.5rem; padding: 0 .45rem; text-align: center; border-radius: 999px; background: var(--tone-ground); color: var(--tone); font-size: .8125rem; }
.card table { margin-top: .3rem; }
.card td, .card th { padding-left: 0; }
.broken, .waivers, .drifts { table-layout: fixed; } .drifts th:nth-child(1) { width: 38%; } .drifts th:nth-child(2) { width: 18%; } .broken th:nth-child(1) { width: 54%; } .broken th:nth-child(2) { width: 22%; } .waivers th:nth-child(3) { width: 8rem; }
.broken td, .waivers td { padding-top: .35rem; padding-bottom: .35rem; }
.says { font-weight: 600; font-size: .9rem; line-height: 1.35; }
.fine { color: var(--muted); font-size: .8125rem; line-height: 1.4; }
.fine b { color: var(--text); font-weight: 600; }
.fine.is-failed, .fine.is-inconclusive, .fine.is-drift, .fine.is-waived { color: var(--tone); }
.id, .why a { color: inherit; text-decoration: none; } .why a { text-decoration: underline; }
.id, .ids a, .proofs a { font-family: var(--mono); font-size: .84em; }
.fine:has(+ .how:not([open])) { display: inline; } .how:not([open]) { display: inline-block; margin-left: .4rem; }
.how > summary { width: fit-content; }
.id:hover { text-decoration: underline; }
.broken td, .all td { line-height: 1.4; }
.expected code { font-size: 1em; }
.expected, .actual { font-family: var(--mono); font-size: .8125rem; white-space: pre-wrap; }
.broken .expected { color: var(--passed); }
.broken .actual { color: var(--failed); }
.answered { margin-top: .7rem; font-size: .9rem; }
.more { margin-top: .5rem; font-size: .9rem; }
.more > summary { color: var(--muted); }
.ids { columns: 2; column-gap: 2rem; margin-top: .3rem; }
.ids a { text-decoration: none; }
.label { margin-top: .6rem; font-size: .75rem; font-weight: 600; color: var(--muted); }
.copy { float: right; margin: .55rem .55rem 0 0; position: relative; font: 600 .75rem var(--sans); padding: .15rem .6rem; border: 1px solid var(--line);
  border-radius: 6px; background: var(--surface); color: var(--link); cursor: pointer; }
.effect { margin-top: .6rem; border: 1px solid var(--line); border-radius: 8px; font-size: .875rem; }
.effect li { padding: .35rem .7rem; border-top: 1px solid var(--line); }
.effect li:first-child { border-top: 0; }
.effect .between { background: var(--tone-ground); }
.when { display: inline-block; min-width: 6rem; color: var(--muted); }
.diff { margin-top: .4rem; font-size: .8125rem; font-family: var(--mono); }
.diff :is(li, p) { padding: 0 .6rem; }
.diff .del { background: var(--failed-ground); color: var(--failed); }
.diff .ins { background: var(--passed-ground); color: var(--passed); }
.path { font-family: var(--mono); font-size: .8125rem; }
.number { display: inline-block; min-width: 1.8rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.offset { display: inline-block; min-width: 4rem; color: var(--muted); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.status { display: inline-block; padding: 0 .45rem; border-radius: 5px; background: var(--quiet-ground); color: var(--text);
  font-size: .8125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.status i { font-style: normal; font-weight: 400; }
.status.wanted { background: var(--passed-ground); color: var(--passed); }
.status.drift { background: var(--drift-ground); color: var(--drift); }
.status.unwanted, .status.none { background: var(--failed-ground); color: var(--failed); }
@media (min-width: 90rem) {
  .page { max-width: 120rem; }
  main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; align-items: start; }
  #broken, #requirements, #evidence { grid-column: 1 / -1; }
  #broken:has(.card + .card) { columns: 2; column-gap: 1.5rem; } #broken > h2 { column-span: all; }
  #broken > .card { margin: 0 0 .9rem; break-inside: avoid; }
}
@media (max-width: 56rem) { .head { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  .head { padding: .8rem .9rem; }
  .head .ship, .head .reason, .head.is-inconclusive .reason { -webkit-line-clamp: 6; }
  .card { padding: .8rem .9rem; }
  .broken td.expected::before { content: 'expected '; color: var(--muted); } .broken .actual::before { content: 'actual '; color: var(--muted); }
  .ids { columns: 1; }
}
`;
