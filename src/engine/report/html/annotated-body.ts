import { html } from 'hono/html';
import type { Body } from '../../model/exchange.ts';
import { plural } from '../words.ts';
import { type AnswerLine, annotatedLines, type BodyComment } from './annotated-lines.ts';
import { bodyRemarks, hexDump, isUnkept, textBody } from './body.ts';
import { jsonFault } from './json-fault.ts';
import { type Html, prose, shown } from './text.ts';

/** The place in the page that an id is linked to, e.g. `#delete.200.json`. */
export type AnchorOf = (requirement: string) => string;

/** As many characters of a body that is no JSON. */
const MOST_OF_A_TEXT = 2048;

/** As many comments in one place, and as many characters of a text in one. */
const MOST_IN_A_PLACE = 8;
const MOST_OF_A_COMMENT = 400;

const toId: AnchorOf = (requirement) => `#${requirement}`;

/** A body in short: where it is JSON the lines around what is said of it, with that below each, else its beginning. */
export function annotatedBody(body: Body, comments: readonly BodyComment[], anchorOf: AnchorOf = toId): Html {
  const remarks = bodyRemarks(body);
  if (isUnkept(body)) return html`${remarks}${comments.length === 0 ? '' : aboveBody(comments, anchorOf)}`;
  const isBase64 = body.encoding === 'base64';
  // It is judged as what is left where bytes that are no UTF-8 are replaced.
  const text = isBase64 ? Buffer.from(body.data, 'base64').toString('utf8') : body.data;
  if (jsonFault(text.replace(/^\uFEFF/, '')) !== null) {
    const content = isBase64 ? hexDump(Buffer.from(body.data, 'base64')) : textBody(text, MOST_OF_A_TEXT);
    return html`${remarks}${aboveBody(comments, anchorOf)}${content}`;
  }
  const { above, lines, more } = annotatedLines(text, comments);
  // What was left out of a long body leaves no lines that could be counted.
  const isWhole = body.condensed === undefined;
  return html`${remarks}${aboveBody(above, anchorOf)}<pre class="answer${widthOf(lines)}">${lines.map((line) => lineOf(line, isWhole, anchorOf))}</pre>${
    more === 0
      ? ''
      : html`<p class="remark">${plural(more, 'more finding')} in this body: <code>conformance.json</code> has them all.</p>`
  }`;
}

function aboveBody(comments: readonly BodyComment[], anchorOf: AnchorOf): Html {
  const left = comments.length - MOST_IN_A_PLACE;
  return html`${comments
    .slice(0, MOST_IN_A_PLACE)
    .map(
      (comment) =>
        html`<p class="comment is-${comment.kind}">${wordsOf(comment)} · ${link(comment, anchorOf)}</p>`,
    )}${left > 0 ? html`<p class="remark">${plural(left, 'more finding')} on the body.</p>` : ''}`;
}

/** Each ends in its line feed, so that the text reads the same without a style sheet and where it is copied. */
function lineOf(line: AnswerLine, isWhole: boolean, anchorOf: AnchorOf): Html {
  switch (line.what) {
    case 'cut':
      return html`<span class="cut">… ${isWhole ? `${plural(line.lines, 'line')}` : ''}\n</span>`;
    case 'plain':
      return html`<span${isWhole ? numbers(line.first, line.texts.length) : ''}>${`${line.texts.join('\n')}\n`}</span>`;
    case 'marked':
      return html`<mark class="is-${line.kind}"${isWhole ? numbers(line.number, 1) : ''}>${line.text}\n</mark>${commentsOf(line.comments, anchorOf)}`;
    case 'missing':
      return html`<ins class="is-${line.comment.kind}">${line.text} <small>${restOfMissing(line.comment)}${link(line.comment, anchorOf)}</small>\n</ins>`;
  }
}

function commentsOf(comments: readonly BodyComment[], anchorOf: AnchorOf): Html {
  const left = comments.length - MOST_IN_A_PLACE;
  return html`${comments
    .slice(0, MOST_IN_A_PLACE)
    .map(
      (comment) =>
        html`<span class="comment is-${comment.kind}">↑ ${wordsOf(comment)} · ${link(comment, anchorOf)}\n</span>`,
    )}${left > 0 ? html`<span class="comment">↑ ${plural(left, 'more finding')}\n</span>` : ''}`;
}

/** The sentence, and what was expected where it does not say that. */
function wordsOf({ message, expected }: BodyComment): Html {
  if (expected === undefined || message.includes(expected)) return prose(shown(message, MOST_OF_A_COMMENT));
  const sentence = shown(message, MOST_OF_A_COMMENT).replace(/\.$/, '');
  return html`${prose(sentence)}: expected ${shown(expected, MOST_OF_A_COMMENT)}`;
}

/** That it is missing its line says; another sentence is said. */
function restOfMissing({ message }: BodyComment): Html | string {
  return message.endsWith(' is missing.')
    ? 'missing · '
    : html`${prose(shown(message, MOST_OF_A_COMMENT))} · `;
}

function link({ requirement }: BodyComment, anchorOf: AnchorOf): Html {
  return html`<a href="${anchorOf(requirement)}">${shown(requirement, MOST_OF_A_COMMENT)}</a>`;
}

/** Numbers that are shown by the style sheet alone are not copied with the text. */
function numbers(first: number, count: number): Html {
  const all = Array.from({ length: count }, (_, at) => first + at);
  return html` data-lines="${all.join('\n')}"`;
}

/** A class where the numbers have more than four digits. */
function widthOf(lines: readonly AnswerLine[]): string {
  const numbered = lines.map((line) => {
    if (line.what === 'plain') return line.first + line.texts.length - 1;
    return line.what === 'marked' ? line.number : 0;
  });
  return Math.max(...numbered) > 9999 ? ' wide' : '';
}
