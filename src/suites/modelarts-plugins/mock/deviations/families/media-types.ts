import { header } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import { answers } from '../answers.ts';

/** What an answer says of its JSON: the values of `Content-Type`, and words for them. */
interface Label {
  readonly values: readonly string[];
  readonly says: string;
}

const LABELS: Readonly<Record<string, Label>> = {
  'text-plain': { values: ['text/plain;charset=UTF-8'], says: 'labelled `text/plain`' },
  html: { values: ['text/html;charset=UTF-8'], says: 'labelled `text/html`' },
  xml: { values: ['application/xml'], says: 'labelled `application/xml`' },
  'octet-stream': { values: ['application/octet-stream'], says: 'labelled `application/octet-stream`' },
  'text-json': { values: ['text/json'], says: 'labelled `text/json`' },
  javascript: { values: ['application/javascript'], says: 'labelled `application/javascript`' },
  'problem-json': { values: ['application/problem+json'], says: 'labelled `application/problem+json`' },
  'merge-patch': {
    values: ['application/merge-patch+json'],
    says: 'labelled `application/merge-patch+json`',
  },
  'json-lines': { values: ['application/jsonl'], says: 'labelled `application/jsonl`' },
  'any-type': { values: ['application/*'], says: 'labelled with a range of media types' },
  'bare-json': { values: ['json'], says: 'labelled `json`, which is no media type' },
  'no-media-type': { values: [], says: 'not labelled with a media type' },
  'empty-media-type': { values: [''], says: 'labelled with an empty media type' },
  'two-media-types-in-a-line': {
    values: ['application/json, text/html'],
    says: 'labelled with two media types in one line',
  },
  'two-media-types': { values: ['application/json', 'text/html'], says: 'labelled with two media types' },
};

const CHARSETS: Readonly<Record<string, string>> = {
  latin1: 'ISO-8859-1',
  'utf-16': 'UTF-16',
  gbk: 'GBK',
  ascii: 'US-ASCII',
};

/** Everything that can be wrong with what documented answers say of their body. */
export const mediaTypes: readonly Deviation[] = answers.flatMap(({ key, suffix, on }) => {
  const labels = Object.entries(LABELS).map(
    ([name, { values, says }]): Deviation => ({
      name: name + suffix,
      title: `The ${key} of a DELETE is ${says}.`,
      catches: `delete.${key}.media-type`,
      answer: on(header('content-type', ...values)),
    }),
  );
  const charsets = Object.entries(CHARSETS).map(
    ([name, charset]): Deviation => ({
      name: `charset-${name}${suffix}`,
      title: `The ${key} of a DELETE says that its text is in ${charset}.`,
      catches: `delete.${key}.json.charset`,
      answer: on(header('content-type', `application/json;charset=${charset}`)),
    }),
  );
  return [...labels, ...charsets];
});
