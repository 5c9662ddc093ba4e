import { html } from 'hono/html';
import { type Html, prose, section, shown } from '../../engine/report/html/text.ts';
import { plural } from '../../engine/report/words.ts';
import type { DeviationTrial, Sensitivity } from '../model.ts';

/** What became of a deviation that the requirement which it is meant for did not catch first. */
const NOT_CAUGHT: Readonly<Record<Exclude<DeviationTrial['caught'], 'in-place'>, string>> = {
  elsewhere: 'Caught by another requirement first.',
  survived: 'Survived: nothing failed.',
  broken: 'Took no effect.',
};

/** The sentence of each requirement, by its id. */
export type Titles = Readonly<Record<string, string>>;

/** For each requirement, under its id as the anchor, the deviations that are meant to break it, and what each of them broke. */
export function proofsSection({ deviations }: Sensitivity, ids: readonly string[], titles: Titles): Html {
  const blocks = ids.map((id) => {
    const own = deviations.trials.filter((one) => one.catches === id);
    const inPlace = own.filter(({ caught }) => caught === 'in-place').length;
    const title = titles[id];
    return html`<details class="proof is-${inPlace === 0 ? 'failed' : 'passed'}" id="${id}"><summary><b>${plural(inPlace, 'deviation')}</b>${
      title === undefined ? '' : html`<span>${prose(title)}</span>`
    }<code>${id}</code></summary>
<table><tbody>${own.map(rowOf)}</tbody></table></details>
`;
  });
  return section(
    'requirements',
    'What proves each requirement',
    html`<div class="proofs">${blocks}</div>`,
    'How many deviations of the mock make a requirement fail before every other. Opened, each is named with what it does wrong, and below that with what failed too.',
  );
}

/** Without blanks between the cells: there are hundreds of rows, and each blank would be a node of its own. */
function rowOf({ name, title, catches, failed, caught }: DeviationTrial): Html {
  const others = failed.filter((id) => id !== catches);
  const too = others.length === 0 ? '' : html`<i>Failed too: ${others.join(', ')}</i>`;
  const doubt = caught === 'in-place' ? '' : html`<em>${NOT_CAUGHT[caught]}</em>`;
  return html`<tr id="deviation-${name}"><th scope="row">${shown(name)}</th><td>${prose(title)}${doubt}${too}</td></tr>`;
}
