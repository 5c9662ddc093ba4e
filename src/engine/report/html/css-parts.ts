/** The parts of the page. */
export const CSS_PARTS = `
.mock { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1rem; margin-bottom: 1rem; padding: .9rem 1.25rem;
  background: var(--inconclusive-ground); color: var(--inconclusive); border: 2px dashed currentColor; border-radius: 12px; }
.mock strong { font-size: 1.6rem; line-height: 1.2; letter-spacing: .04em; text-transform: uppercase; }
.verdict { display: flex; gap: 1.25rem; align-items: flex-start; padding: 1.5rem; background: var(--surface);
  border: 1px solid var(--line); border-top: 5px solid var(--tone); border-radius: 14px 14px 0 0; }
.seal { flex: none; display: grid; place-items: center; width: 3.75rem; height: 3.75rem; border-radius: 50%;
  background: var(--tone); color: var(--seal); }
.seal .icon { width: 2.1rem; height: 2.1rem; }
.verdict h1 { color: var(--tone); }
.kicker { color: var(--muted); font-size: .8125rem; margin-bottom: .15rem; }
.reason { margin-top: .5rem; max-width: 46rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .9rem 1.5rem; padding: 1.25rem 1.5rem;
  background: var(--surface); border: 1px solid var(--line); border-top: 0; border-radius: 0 0 14px 14px; box-shadow: var(--shadow); }
.facts dt, .rows dt { color: var(--muted); font-size: .75rem; font-weight: 600; }
.facts dd { font-size: .9rem; }
.facts div:last-child { grid-column: 1 / -1; }
.hash { color: var(--muted); font-size: .75rem; }
nav { position: sticky; top: 0; z-index: 1; margin: 1rem -.5rem 0; padding: .5rem; background: var(--ground); }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem; }
nav a { display: block; padding: .25rem .7rem; border-radius: 999px; color: var(--text); text-decoration: none;
  white-space: nowrap; font-size: .8125rem; border: 1px solid var(--line); background: var(--surface); }
nav a:hover { border-color: var(--muted); }
nav span { color: var(--muted); font-variant-numeric: tabular-nums; }
main > .overview { margin-top: 1.5rem; }
.bar { display: block; width: 100%; height: .75rem; border-radius: 999px; overflow: hidden; background: var(--quiet-ground); }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 1.4rem; margin-top: .8rem; font-size: .9rem; }
.tile { display: inline-flex; align-items: center; gap: .35rem; color: var(--tone); }
.tile b { font-variant-numeric: tabular-nums; }
.tile.zero { color: var(--muted); }
.tile.zero b { font-weight: 400; }
.badge { display: inline-flex; align-items: center; gap: .3rem; padding: .1rem .6rem .1rem .4rem; border-radius: 999px;
  background: var(--tone-ground); color: var(--tone); font-size: .78rem; font-weight: 600; white-space: nowrap; }
.badge .icon { width: .9rem; height: .9rem; }
.card { padding: 1.25rem 1.5rem; margin-top: 1rem; background: var(--surface); border: 1px solid var(--line);
  border-left: 4px solid var(--tone); border-radius: 10px; box-shadow: var(--shadow); }
.card header { display: grid; gap: .15rem; justify-items: start; }
.card h3 { font-size: 1.08rem; margin-top: .35rem; }
.level { font-size: .84em; letter-spacing: .03em; }
.source { color: var(--muted); font-size: .875rem; }
.source code { font-size: .8125rem; }
.card > .meta { margin-top: .5rem; }
.source a { color: inherit; text-decoration: none; }
.source a:hover { text-decoration: underline; }
.source em { font-style: normal; }
.source span, .waiver span, .at span { font-weight: 600; }
.at { color: var(--muted); font-size: .875rem; }
.waiver { margin-top: .75rem; padding: .6rem .9rem; background: var(--tone-ground); border-radius: 8px; font-size: .9rem; }
.finding { margin-top: 1rem; }
.compare { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin-top: .5rem; }
.compare div { padding: .55rem .9rem; border-radius: 8px; min-width: 0; }
.compare dt { font-size: .75rem; font-weight: 600; }
.compare dd { font-family: var(--mono); font-size: .84rem; white-space: pre-wrap; color: var(--text); margin-top: .1rem; }
.expected { background: var(--passed-ground); color: var(--passed); }
.actual { background: var(--failed-ground); color: var(--failed); }
.is-drift .actual { background: var(--drift-ground); color: var(--drift); }
.is-waived .actual { background: var(--waived-ground); color: var(--waived); }
.label { margin-top: 1.1rem; font-size: .75rem; font-weight: 600; color: var(--muted); }
.remark { margin-top: .5rem; color: var(--muted); font-size: .875rem; }
.timing { margin-top: .75rem; }
.trouble { color: var(--inconclusive); }
.exchange { margin-top: .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); padding: 0 .9rem; }
.exchange[open] { padding-bottom: .9rem; }
.exchange > summary { padding: .5rem 0; font-size: .875rem; }
.exchange-link { margin-top: .75rem; padding: .5rem .9rem; border: 1px dashed var(--line); border-radius: 8px; font-size: .875rem; }
.exchange-link a { color: inherit; text-decoration: none; }
.exchange-link a:hover .path { text-decoration: underline; }
.number { display: inline-block; min-width: 1.6rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.path { font-family: var(--mono); font-size: .8125rem; }
.status { display: inline-block; padding: 0 .45rem; border-radius: 5px; background: var(--quiet-ground); color: var(--text);
  font-size: .8125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.s2 { background: var(--passed-ground); color: var(--passed); }
.s4, .s3, .s1 { background: var(--inconclusive-ground); color: var(--inconclusive); }
.s5, .snone { background: var(--failed-ground); color: var(--failed); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.5rem; }
.side .label { margin-top: .3rem; }
.headers { margin-top: .35rem; color: var(--muted); font-size: .78rem; line-height: 1.6; }
.headers b { font-weight: 600; color: var(--text); }
.hex { white-space: pre; }
.rows { display: grid; gap: .5rem; margin-top: .6rem; font-size: .9rem; }
.rows div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .75rem; }
.rows dt { padding-top: .15rem; }
.card > details:not(.exchange) { margin-top: .75rem; font-size: .9rem; }
.ids { columns: 2; column-gap: 2rem; margin-top: .4rem; }
.ids a { text-decoration: none; }
.group { margin-top: .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); overflow: clip; }
.group > summary { padding: .7rem 1rem; }
.group > summary h3 { display: inline; margin-right: .6rem; }
.list li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .5rem 1rem; padding: .6rem 0; border-top: 1px solid var(--line); align-items: start; }
.list .badge { justify-self: start; }
.plain li { padding: .5rem 0; border-top: 1px solid var(--line); font-size: .9rem; }
.readings div { padding: .8rem 0; border-top: 1px solid var(--line); }
.readings dt { color: var(--muted); font-size: .9rem; }
.readings dd { margin-top: .2rem; }
@media (max-width: 40rem) {
  .verdict { flex-direction: column; gap: .9rem; padding: 1.1rem; }
  .facts { padding: 1.1rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .9rem 1rem; }
  nav ul { flex-wrap: nowrap; overflow-x: auto; }
  .card { padding: 1rem; }
  .compare, .sides, .list li, .rows div { grid-template-columns: minmax(0, 1fr); }
  .rows div { gap: 0; }
  .ids { columns: 1; }
  .mock strong { font-size: 1.35rem; }
}
@media print { nav { display: none; } .card, .group, .facts { box-shadow: none; } }
`;
