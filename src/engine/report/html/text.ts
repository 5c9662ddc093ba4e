import { html } from 'hono/html';
import { shortened, visible } from '../inert.ts';

/** A part of the page: markup whose interpolated texts are escaped. */
export type Html = ReturnType<typeof html>;

/** As many characters of one text as the page shows outside of a body. */
const MOST = 800;

/** A text of the target for the page: shortened and inert; the template escapes it. */
export function shown(text: string, most = MOST): string {
  return visible(shortened(text, most));
}

/** A sentence whose parts in backticks are set as code. */
export function prose(text: string): Html {
  const parts = shown(text).split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A requirement's title: the word that says how binding it is stands out. */
export function titled(title: string): Html {
  const [level = '', ...rest] = title.split(' ');
  return html`<b class="level">${shown(level)}</b> ${prose(rest.join(' '))}`;
}

/** A section of the page with its heading and its anchor. */
export function section(id: string, title: string, content: Html | readonly Html[], lead = ''): Html {
  return html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${lead === '' ? '' : html`<p class="lead">${lead}</p>`}
${content}
</section>`;
}
