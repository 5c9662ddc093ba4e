import type { Finding } from '../../../model/finding.ts';
import { isAccepting } from '../../acceptance.ts';
import { single } from '../../demands.ts';
import { trouble } from '../../finding.ts';
import { poolAfter, poolBefore } from '../../pool/around.ts';
import { statusOfAnswer } from '../../pool/seen.ts';
import { damage } from '../../refused.ts';
import { ACCEPTED, TO_BE_REFUSED } from '../../rows.ts';
import type { Rule } from '../../rule.ts';

export const refusedUnchanged = {
  id: 'effects/refused-unchanged',
  title: 'MUST leave the pool as it was where the request is refused',
  basis: 'http',
  clause: 'RFC 9110, section 15.5',
  breaks: {
    basis: 'reading',
    note: 'RFC 9110 says that a 4xx refuses a request; that nothing was done then is a reading.',
  },
  readings: ['refused-means-unchanged'],
  rows: [...TO_BE_REFUSED, ...ACCEPTED],
  demands: single('delete.effect.refused-unchanged'),
  // What an accepted one did is told by its status.
  appliesTo: ({ exchange, probe }) => {
    const status = exchange === null ? null : statusOfAnswer(exchange);
    if (exchange === null || status === null || isAccepting(exchange)) return false;
    // Of a DELETE that was to be accepted a 5xx is no refusal: its own row tells what it did.
    return probe.row !== 'installed' || (status >= 400 && status < 500);
  },
  unseen: () => ({ reason: 'No request was refused.' }),
  judge: (subject): readonly Finding[] => {
    const missing = poolBefore(subject) === null ? 'before' : poolAfter(subject) === null ? 'after' : null;
    if (missing === null) return damage(subject);
    return [
      trouble(subject.exchange, `List was not answered with a pool ${missing} a request that was refused.`),
    ];
  },
} as const satisfies Rule;
