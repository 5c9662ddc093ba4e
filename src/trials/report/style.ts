/** The parts of the page on sensitivity that no other page has. */
export const CSS_SENSITIVITY = `
.verdict { display: flex; gap: 1.25rem; align-items: flex-start; padding: 1.5rem; background: var(--surface);
  border: 1px solid var(--line); border-top: 5px solid var(--tone); border-radius: 14px 14px 0 0; }
.seal { flex: none; display: grid; place-items: center; width: 3.75rem; height: 3.75rem; border-radius: 50%;
  background: var(--tone); color: var(--seal); }
.seal .icon { width: 2.1rem; height: 2.1rem; }
.verdict h1 { color: var(--tone); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .9rem 1.5rem; padding: 1.25rem 1.5rem;
  background: var(--surface); border: 1px solid var(--line); border-top: 0; border-radius: 0 0 14px 14px; box-shadow: var(--shadow); }
.facts dd { font-size: .9rem; }
.hash { color: var(--muted); font-size: .75rem; }
.facts dt { color: var(--muted); font-size: .75rem; font-weight: 600; }
@media (max-width: 40rem) {
  .verdict { flex-direction: column; gap: .9rem; padding: 1.1rem; }
  .facts { padding: 1.1rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .9rem 1rem; }
}
nav ul { flex-wrap: wrap; overflow: visible; }
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
.proof:target > summary { background: var(--mark); box-shadow: 0 0 0 .4rem var(--mark); }
.proof summary { padding: .45rem 0; }
.proof summary b { float: right; margin-left: 1rem; color: var(--tone); font-size: .875rem; font-variant-numeric: tabular-nums; }
.proof summary span { margin-right: .6rem; }
.proof summary > code { color: var(--muted); font-size: .8125rem; }
.proof table { margin-bottom: .9rem; font-size: .875rem; }
.proof tbody th, .rules tbody th { font: 400 .8125rem/1.5 var(--mono); color: var(--text); border-top: 1px solid var(--line); vertical-align: top; }
.proof tbody th { width: 17rem; white-space: normal; padding: .35rem 1rem .35rem 0; }
.proof td { padding: .35rem 0; }
.proof i, .proof em { display: block; font-style: normal; font-size: .8125rem; }
.proof i { color: var(--muted); }
.proof em { color: var(--failed); font-weight: 600; }
.proof tr:target > * { background: var(--mark); }
.rules { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.rules tbody th { padding: .55rem 1rem; white-space: nowrap; width: 15rem; }
.rules td { color: var(--tone); font-size: .875rem; }
.names { margin-top: .4rem; color: var(--muted); font: .8125rem/1.7 var(--mono); }
@media (max-width: 40rem) {
  .truth thead { position: static; display: table-header-group; } .truth { display: table; }
  .truth tbody { display: table-row-group; } .truth tr { display: table-row; } .truth td, .truth th { display: table-cell; padding: .4rem .35rem; }
  .truth td, .truth thead th + th, .truth tr > th:first-child { width: auto; white-space: normal; }
  .truth thead th { font-size: .6875rem; } .truth td { font-size: 1rem; }
  .proof { padding: 0 .75rem; }
  .proof tbody th, .rules tbody th { display: block; width: auto; padding-bottom: 0; white-space: normal; }
  .proof td, .rules td { border-top: 0; padding-top: 0; }
  .proof summary > code { display: block; }
}
@media print {
  * { print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  .proof summary { padding: .25rem 0 .1rem; break-after: avoid; font-size: 8.5pt; }
  .proof summary b, .proof summary > code { font-size: 8pt; }
  .proof table { font-size: 7.5pt; margin-bottom: .2rem; }
  .proof tbody th { font-size: 7pt; line-height: 1.3; padding: .1rem 1rem .1rem 0; }
  .proof td { padding: .1rem 0; line-height: 1.3; }
  .proof i, .proof em { display: inline; margin-left: .6rem; font-size: inherit; }
  .names { font-size: 7pt; line-height: 1.4; }
  .proof, .rules, .proofs, .doubt { box-shadow: none; }
}
`;
