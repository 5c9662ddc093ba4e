import { isToBeAccepted } from '../../engine/judge/demands.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import { acceptance } from './acceptance.ts';
import { damageOf } from './refused.ts';

/** Whether a deletion was carried out, or a refusal changed something, though a gateway answered. */
export function hadEffect(subject: Subject): boolean {
  if (isToBeAccepted(subject.probe)) return acceptance(subject) === 'accepted';
  const { exchange } = subject;
  return exchange !== null && damageOf(subject, exchange).some(({ kind }) => kind === 'violation');
}
