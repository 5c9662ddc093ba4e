/** The parts of the page on sensitivity that no other page has. */
export const CSS_SENSITIVITY = `
.wide { overflow-x: auto; }
.truth { max-width: 46rem; font-size: 1rem; }
.truth td, .truth thead th + th { text-align: right; font-variant-numeric: tabular-nums; width: 8rem; }
.truth tr > th:first-child { width: 20rem; }
.truth td { font-size: 1.25rem; font-weight: 600; color: var(--tone, var(--muted)); background: var(--tone-ground, none); }
.truth td.none { font-weight: 400; }
.truth tbody th { font-size: .95rem; color: var(--text); white-space: normal; width: auto; border-top: 1px solid var(--line); padding: .55rem 1rem; }
.truth tbody th span { display: block; font-weight: 400; color: var(--muted); font-size: .8125rem; }
.doubt { margin-top: 1rem; padding: 1rem 1.25rem; border-left: 4px solid var(--failed); background: var(--surface); border-radius: 10px; box-shadow: var(--shadow); }
.doubt ul { columns: 18rem; margin-top: .5rem; font-size: .875rem; }
.proofs { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.proof { border-top: 1px solid var(--line); padding: 0 1rem; }
.proof:first-child { border-top: 0; }
.proof summary { padding: .4rem 0; }
.proof summary b { float: right; color: var(--tone); font-variant-numeric: tabular-nums; }
.proof ul { padding: 0 0 .8rem 1rem; font-size: .875rem; }
.proof li span { color: var(--muted); }
.proof em { color: var(--failed); }
.rules ul { columns: 16rem; margin-top: .4rem; }
.rules td:last-child { color: var(--muted); font-size: .875rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; font-size: .875rem; color: var(--muted); margin-bottom: .6rem; }
.matrix { position: relative; left: 50%; translate: -50%; width: max-content; max-width: calc(100vw - 2.5rem); max-height: 80vh; overflow: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow-wrap: normal; }
.matrix table, .matrix thead, .matrix tbody, .matrix tr { width: auto; font-size: .6875rem; line-height: 1.2; }
.matrix table { display: table; border-collapse: separate; border-spacing: 0; }
.matrix tbody { display: table-row-group; } .matrix tr { display: table-row; }
.matrix thead { display: table-header-group; position: sticky; top: 0; z-index: 2; left: auto; }
.matrix th, .matrix td { display: table-cell; padding: 0; font-size: inherit; background: var(--surface); border-top: 1px solid var(--line); width: auto; }
.matrix thead th { vertical-align: bottom; height: 18rem; min-width: .95rem; border-bottom: 1px solid var(--line); font-weight: 400; }
.matrix thead th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; padding: .3rem 0; }
.matrix th:first-child { position: sticky; left: 0; padding: .1rem .6rem; white-space: nowrap; color: var(--text); font-weight: 400; z-index: 1; border-right: 1px solid var(--line); }
.matrix thead th:first-child { z-index: 3; }
.matrix td { text-align: center; border-left: 1px solid var(--line); color: var(--muted); }
.matrix .first, .legend .first { color: var(--passed); } .matrix .meant, .legend .meant { color: var(--inconclusive); }
.matrix td.first { background: var(--passed-ground); }
.matrix tr:hover th, .matrix tr:hover td { background: var(--mark); }
.matrix .survived th, .matrix .broken th { color: var(--failed); font-weight: 600; }
.matrix .elsewhere th { color: var(--inconclusive); }
@media (max-width: 40rem) {
  .matrix { max-width: 100%; } .matrix thead th { height: 15rem; } .matrix th:first-child { max-width: 9rem; overflow: hidden; text-overflow: ellipsis; }
  .truth thead { position: static; } .truth, .truth tbody { display: table; } .truth thead { display: table-header-group; }
  .truth tbody { display: table-row-group; } .truth tr { display: table-row; } .truth td, .truth th { display: table-cell; padding: .4rem .5rem; }
  .truth td, .truth thead th + th { width: auto; font-size: .8rem; }
}
@media print { .matrix { max-height: none; overflow: visible; } }
`;
