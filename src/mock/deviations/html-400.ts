import { header, on400 } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const html400 = {
  name: 'html-400',
  title: 'The 400 of a DELETE is labelled `text/html`.',
  catches: 'delete.400.media-type',
  answer: on400(header('content-type', 'text/html;charset=UTF-8')),
} as const satisfies Deviation;
