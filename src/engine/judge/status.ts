import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { statusOfAnswer } from './body/read-answer.ts';
import { isToBeAccepted } from './demands.ts';
import { drift, violation } from './finding.ts';
import { requestOf } from './probe-words.ts';
import type { Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';

/** As many characters of a body that broke off as a finding shows; the exchange has all of it. */
const MOST_BYTES = 2048;

/** Judges the status of a probe's last answer by what the probe is to meet. */
export function judgeStatus(subject: Subject): readonly Finding[] {
  const { exchange, probe, suite } = subject;
  const why = troubleWith(subject);
  if (why !== null) return [why];
  if (exchange === null) return [];
  const { passes, drift: drifts, expected } = probe.expected;
  const what = `A ${requestOf(probe)}`;
  const status = statusOfAnswer(exchange);
  if (status === null) {
    const again = isToBeAccepted(probe)
      ? 'on two instances'
      : `twice, while ${suite.control.title} was answered`;
    return [
      violation(
        exchange,
        `no-answer-${exchange.trouble?.kind ?? 'silent'}`,
        `${what} got no whole answer, ${again}.`,
        {
          expected,
          actual: whatCame(exchange),
        },
      ),
    ];
  }
  if (passes.some(([from, to]) => status >= from && status <= to)) return [];
  const message = `${what} was answered ${status}.`;
  const details = { expected, actual: String(status) };
  if (!drifts.includes(status)) return [violation(exchange, `status-${status}`, message, details)];
  const note = `${expected} is what was to be answered; that ${status} is drift and no violation is a reading.`;
  return [drift(exchange, `status-${status}`, message, { ...details, note })];
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
