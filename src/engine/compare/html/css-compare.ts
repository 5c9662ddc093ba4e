import { tabIcon } from '../../report/html/icons.ts';
import { OUTCOME_ORDER } from '../../report/words.ts';

/** The mark of each outcome in front of its cells: drawn once, for there may be thousands. */
const MARKS = OUTCOME_ORDER.map(
  (outcome) => `.mark.is-${outcome}::before { background-image: url("${tabIcon(outcome)}"); }`,
).join('\n');

/** The page of reports side by side: its head, the table that scrolls below its own head, the rows in words. */
export const CSS_COMPARE = `
.page { max-width: 120rem; }
.head { padding: .9rem 1.3rem; background: var(--surface); border: 1px solid var(--line); border-left: 6px solid var(--tone);
  border-radius: 12px; box-shadow: var(--shadow); }
.head h1 { color: var(--tone); }
.head ul { margin-top: .4rem; font-weight: 600; font-size: .95rem; }
.mark::before { content: ''; display: inline-block; width: 1rem; height: 1rem; margin-right: .35rem; vertical-align: -.15em;
  background: center / contain no-repeat; flex: none; }
.mark { color: var(--tone); white-space: nowrap; }
.is-absent { --tone: var(--quiet); --tone-ground: var(--quiet-ground); }
.mark.is-absent::before { border: 2px dashed var(--quiet); border-radius: 50%; }
${MARKS}
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin-bottom: .6rem; font-size: .8125rem; }
.legend .ways { color: var(--muted); }
.scroll { overflow: auto; max-height: min(88vh, 60rem); border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
.grid { display: table; width: auto; min-width: 100%; border-collapse: separate; border-spacing: 0; font-size: .8125rem; }
.grid :is(thead, tbody) { display: table-row-group; position: static; } .grid thead { display: table-header-group; }
.grid tr { display: table-row; } .grid :is(td, th) { display: table-cell; }
.grid thead th { position: sticky; top: 0; z-index: 1; background: var(--sunken); border-bottom: 1px solid var(--line); vertical-align: bottom;
  font-size: .8125rem; color: var(--text); min-width: 8rem; }
.grid thead th:first-child { left: 0; z-index: 2; min-width: 0; color: var(--muted); }
.grid tbody th { position: sticky; left: 0; width: 24rem; min-width: 15rem; max-width: 24rem; padding: .4rem .8rem; background: var(--surface); color: var(--text);
  border-right: 1px solid var(--line); border-top: 1px solid var(--line); font-weight: 400; font-size: .8125rem; vertical-align: top; }
.grid tbody tr:first-child :is(th, td) { border-top: 0; }
.grid tbody td { padding: .4rem .6rem; border-top: 1px solid var(--line); vertical-align: middle; }
.grid tbody td:is(.is-failed, .is-inconclusive, .is-drift, .is-waived) { background: var(--tone-ground); }
.grid .same :is(th, td) { color: var(--muted); }
.grid thead .meta { display: block; font-weight: 400; }
.grid .name { display: block; font-weight: 600; }
.id { color: var(--muted); font: .75rem var(--mono); text-decoration: none; } a.id:hover { text-decoration: underline; }
.many thead th { min-width: 0; padding: .4rem .2rem; text-align: center; }
.many thead th:first-child { padding-left: .8rem; text-align: left; }
.many .name { display: inline-block; max-height: 10rem; overflow: hidden; writing-mode: vertical-rl; rotate: 180deg; white-space: nowrap; text-align: left; text-decoration: none; }
.many thead .mark { display: block; margin-top: .3rem; } .many thead .mark::before { margin: 0; }
.many tbody td { padding: .3rem .2rem; text-align: center; } .many tbody td::before { margin: 0; }
.many tbody td b { margin-left: .1rem; }
.many :is(.mark span, .meta) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.many :is(td, thead th) { position: relative; } .many thead th { position: sticky; }
.told { padding: .7rem 1.2rem; margin-top: .7rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.told .rows div { grid-template-columns: 10rem minmax(0, 1fr); padding-top: .3rem; border-top: 1px solid var(--line); }
.told .rows dt { font-size: .875rem; padding: 0; }
.names { display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.columns > li { padding: .6rem 0; border-top: 1px solid var(--line); font-size: .9rem; }
.columns h3 { font-size: .9rem; }
.columns li li { padding-top: .25rem; } .columns .meta { margin-left: .5rem; }
@media (max-width: 40rem) {
  .grid tbody th, .grid thead th:first-child { width: 9.5rem; min-width: 9.5rem; max-width: 9.5rem; padding: .35rem .5rem; font-size: .75rem; }
  .grid tbody td + td { border-top: 1px solid var(--line); padding-top: .4rem; } .grid tbody tr:first-child td + td { border-top: 0; }
  .grid thead th { min-width: 6.5rem; } .many thead th { min-width: 0; }
  .grid .id { display: block; }
  .scroll { max-height: 80vh; }
  .told .rows div { grid-template-columns: minmax(0, 1fr); }
}
@media (forced-colors: active) { .grid tbody th, .grid thead th { border: 1px solid; } .mark::before { forced-color-adjust: none; } }
@media print {
  html { font-size: 11.5px; }
  .scroll { max-height: none; overflow: visible; border: 0; }
  .grid.many { display: none; } .grid :is(th, td) { position: static !important; } .grid tbody th { min-width: 0; }
  .told { break-inside: avoid; padding: .4rem .8rem; }
}
`;
