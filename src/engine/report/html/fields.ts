import { html } from 'hono/html';
import { stepsOf } from '../../contract/pointer.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import type { RequiredMember } from '../../model/requirement.ts';
import { shortened } from '../inert.ts';
import { OUTCOMES } from '../words.ts';
import { icon } from './icons.ts';
import { type Html, prose, section, shown } from './text.ts';

/** As many members that no page names. */
const MOST_UNDOCUMENTED = 30;

type OfMember = JudgedRequirement & { readonly member: RequiredMember };

/** The documented members of each answer as a tree, with what became of each. */
export function fieldsSection(input: ReportInput): Html | '' {
  const members = input.report.requirements.filter(isOfMember);
  if (members.length === 0) return '';
  const answers = [...new Set(members.map(({ member }) => member.answer))];
  return section(
    'fields',
    'Fields',
    html`<div class="trees">${answers.map((answer) => tree(answer, members, input))}</div>
<p class="remark"><b>*</b> mandatory; dashed: in an answer, and named by no page.</p>`,
  );
}

function isOfMember(one: JudgedRequirement): one is OfMember {
  return one.member !== undefined;
}

function tree(answer: string, all: readonly OfMember[], input: ReportInput): Html {
  const own = all.filter(({ member }) => member.answer === answer);
  const body = own.find(({ member }) => member.path === '');
  const extra = undocumentedIn(answer, input);
  return html`<div class="card tree"><h3>The ${shown(answer, 20)}</h3>
${body === undefined ? '' : html`<p class="field">${leaf(body, 'the body itself')}</p>`}
${branches('', own, extra)}</div>`;
}

function branches(path: string, all: readonly OfMember[], extra: readonly string[]): Html | '' {
  const children = all.filter(({ member }) => member.path !== '' && parentOf(member.path) === path);
  const odd = extra.filter((one) => parentOf(one) === path);
  if (children.length === 0 && odd.length === 0) return '';
  return html`<ul>${children.map(
    (one) =>
      html`<li class="field">${leaf(one, nameOf(one.member.path))}${branches(one.member.path, all, extra)}</li>`,
  )}${odd.map((one) => html`<li class="field odd"><code>${shown(nameOf(one), 80)}</code> undocumented</li>`)}</ul>`;
}

function leaf({ id, outcome, member: { mayBeAbsent, expected } }: OfMember, name: string): Html {
  return html`<span class="is-${outcome}">${icon(outcome)}<span class="unseen">${OUTCOMES[outcome]}: </span></span><a href="#${id}"><code>${shown(name, 80)}</code></a>${mayBeAbsent ? '' : html`<b title="mandatory">*</b>`} <span class="meta">${prose(shortened(expected, 90))}</span>`;
}

function parentOf(path: string): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The paths of the members of an answer that no page names, as far as drift tells of them. */
function undocumentedIn(answer: string, { report, exchanges }: ReportInput): readonly string[] {
  const pointers = report.requirements
    .flatMap(({ findings }) => findings)
    .filter(({ code, exchange }) => code === 'undocumented' && statusOf(exchanges[exchange ?? -1]) === answer)
    .flatMap(({ pointer }) => pointer ?? []);
  return [...new Set(pointers.map(pathOf))].slice(0, MOST_UNDOCUMENTED);
}

function statusOf(exchange: Exchange | undefined): string | null {
  return exchange?.response == null ? null : String(exchange.response.status);
}

/** A pointer as the path of a documented member would be: without the indexes of arrays. */
function pathOf(pointer: string): string {
  return stepsOf(pointer)
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}
