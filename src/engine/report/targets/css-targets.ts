import { STANDINGS } from './standing.ts';

/** The table of targets and what is broken where, and the filter of the first, without a script. */
export const CSS_TARGETS = `
.targets, .where { table-layout: fixed; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.targets td, .where td { line-height: 1.4; padding-top: .4rem; padding-bottom: .4rem; }
.targets th:nth-child(1) { width: 33%; } .targets th:nth-child(2) { width: 18%; } .targets th:nth-child(4) { width: 17%; } .targets th:nth-child(5) { width: 6%; } .targets th:nth-child(6) { width: 8%; }
.targets :is(td, th):nth-child(n+5) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.where th:nth-child(1) { width: 45%; } .where th:nth-child(2) { width: 13%; }
.named { font-weight: 600; }
.named .mode.mock { font-size: .6875rem; padding: 0 .35rem; font-weight: 700; }
.names a, .targets .ids a { font-family: var(--mono); font-size: .8125rem; text-decoration: none; } .names a:hover, .targets .ids a:hover { text-decoration: underline; }
.targets .ids { columns: 1; margin: 0; } .names { font-size: .875rem; }
.names summary { color: var(--muted); }
.told { margin-top: .9rem; padding: .6rem 1rem; border-radius: 8px; background: var(--inconclusive-ground); color: var(--inconclusive); font-size: .9rem; }
.told + section { margin-top: 1.2rem; }
.told code { font-size: .9em; }
@media (min-width: 90rem) { .told, #targets, #broken { grid-column: 1 / -1; } }
@media (max-width: 40rem) {
  .targets td:nth-child(n), .where td:nth-child(n) { width: auto; text-align: left; padding-top: .1rem; padding-bottom: .1rem; white-space: normal; }
  .targets td:nth-child(1), .where td:nth-child(1) { padding-top: .6rem; } .targets td:last-child, .where td:last-child { padding-bottom: .6rem; }
  .targets td:nth-child(n+5) { display: inline-block; font-size: .8125rem; color: var(--muted); padding-right: 0; }
  .targets td:nth-child(5)::before { content: 'new '; } .targets td:nth-child(6)::before { content: 'took '; }
  .targets td:empty { display: none; }
  .where td:nth-child(2)::before { content: 'in '; color: var(--muted); }
}
@media print { .targets, .where { box-shadow: none; } .targets tr { display: table-row !important; } }
${STANDINGS.map((one) => `#targets:has(#standing-${one}:checked) .targets tbody tr:not(.s-${one}) { display: none; }`).join('\n')}
`;
