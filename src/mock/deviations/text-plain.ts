import { header, onAccepted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const textPlain = {
  name: 'text-plain',
  title: 'The 200 of a DELETE is labelled `text/plain`.',
  catches: 'delete.200.media-type',
  answer: onAccepted(header('content-type', 'text/plain;charset=UTF-8')),
} as const satisfies Deviation;
