/** The annotated answer: a body cut around its faults, and what to look at first. */
export const CSS_ANSWER = `
.answer { max-height: none; overflow: visible; padding: .5rem 0; container-type: inline-size; --gutter: 3.5rem; }
.answer.wide { --gutter: 5.5rem; }
.answer > * { display: block; position: relative; padding: 0 .9rem 0 var(--gutter); white-space: pre-wrap; }
.answer > [data-lines]::before { content: attr(data-lines); content: attr(data-lines) / ""; position: absolute; left: 0; top: 0;
  width: calc(var(--gutter) - 1rem); text-align: right; white-space: pre; color: var(--muted); user-select: none;
  font-variant-numeric: tabular-nums; }
.answer mark { background: var(--mark); color: var(--text); box-shadow: inset 4px 0 var(--tone); }
.answer > mark[data-lines]::before { color: inherit; }
.answer .cut { color: var(--muted); }
.answer ins { text-decoration: none; background: var(--passed-ground); color: var(--passed); box-shadow: inset 4px 0 var(--tone); }
.answer ins small { font: .8125rem/1.5 var(--sans); color: var(--tone); margin-left: .5rem; }
.comment { --tone: var(--failed); --tone-ground: var(--failed-ground); font: .8125rem/1.5 var(--sans);
  color: var(--tone); background: var(--tone-ground); box-shadow: inset 4px 0 var(--tone); }
.is-violation { --tone: var(--failed); --tone-ground: var(--failed-ground); }
.comment.is-drift { --tone: var(--drift); --tone-ground: var(--drift-ground); }
.answer > .comment { margin-bottom: .15rem; }
p.comment { margin-top: .5rem; padding: .4rem .9rem; border-radius: 4px; }
.comment a, .answer ins a { color: inherit; }
.first-look { margin-top: .5rem; padding: .5rem .9rem; font-size: .9rem; background: var(--inconclusive-ground); color: var(--inconclusive); border-radius: 8px; }
.fault { max-height: none; }
@container (max-width: 44rem) {
  .answer > * { --gutter: 2.75rem; padding-right: .4rem; }
  .answer.wide > * { --gutter: 4rem; }
  .answer > [data-lines]::before { width: calc(var(--gutter) - .6rem); max-height: 1.5em; overflow: hidden; }
}
@media print {
  .answer mark, .answer ins, .comment, .first-look { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .answer mark { break-after: avoid; }
}
@media (forced-colors: active) {
  .answer mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  .answer > mark[data-lines]::before { color: MarkText; }
  .answer mark, .answer ins, .comment { border-left: 4px solid; }
}
`;
