import type { Finding } from '../model/finding.ts';
import { ANSWERS } from './answers.ts';
import { drift, violation } from './finding.ts';
import { statusOfAnswer } from './pool/seen.ts';
import type { Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';

/** Judges the status of a probe's last answer by the row that the probe belongs to. */
export function judgeStatus(subject: Subject): readonly Finding[] {
  const { exchange, probe } = subject;
  const why = troubleWith(subject);
  if (why !== null) return [why];
  if (exchange === null) return [];
  const { passes, drift: drifts, expected } = ANSWERS[probe.row];
  const what = `A ${probe.method} ${probe.title}`;
  const status = statusOfAnswer(exchange);
  if (status === null) {
    const again = probe.row === 'installed' ? 'on two instances' : 'twice, while List was answered';
    return [
      violation(exchange, `${what} got no whole answer, ${again}.`, {
        expected,
        actual: exchange.trouble?.message ?? 'no answer',
      }),
    ];
  }
  if (passes(status)) return [];
  const kind = drifts.includes(status) ? drift : violation;
  return [kind(exchange, `${what} was answered ${status}.`, { expected, actual: String(status) })];
}
