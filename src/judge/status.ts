import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { requestOf } from '../scenarios/probe.ts';
import { statusOfAnswer } from './answer/read-answer.ts';
import { ANSWERS } from './answers.ts';
import { drift, violation } from './finding.ts';
import type { Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';

/** As many characters of a body that broke off as a finding shows; the exchange has all of it. */
const MOST_BYTES = 2048;

/** Judges the status of a probe's last answer by the row that the probe belongs to. */
export function judgeStatus(subject: Subject): readonly Finding[] {
  const { exchange, probe } = subject;
  const why = troubleWith(subject);
  if (why !== null) return [why];
  if (exchange === null) return [];
  const { passes, drift: drifts, expected } = ANSWERS[probe.row];
  const what = `A ${requestOf(probe)}`;
  const status = statusOfAnswer(exchange);
  if (status === null) {
    const again = probe.row === 'installed' ? 'on two instances' : 'twice, while List was answered';
    return [
      violation(exchange, `${what} got no whole answer, ${again}.`, {
        expected,
        actual: whatCame(exchange),
      }),
    ];
  }
  if (passes(status)) return [];
  const message = `${what} was answered ${status}.`;
  const details = { expected, actual: String(status) };
  if (!drifts.includes(status)) return [violation(exchange, message, details)];
  const note = `${expected} is what was to be answered; that ${status} is drift and no violation is a reading.`;
  return [drift(exchange, message, { ...details, note })];
}

/** What came in place of a whole answer, and the bytes of it. */
function whatCame({ trouble, response }: Exchange): string {
  const message = trouble?.message ?? 'No answer came.';
  // No character is halved.
  const body = response?.body.data.slice(0, MOST_BYTES).replace(/[\ud800-\udbff]$/, '');
  const bytes = body ?? trouble?.bytes;
  if (bytes === undefined) return message;
  return `${message} The bytes that came${response === null ? '' : ' of its body'}: ${bytes}`;
}
