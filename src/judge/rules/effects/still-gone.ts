import type { Finding } from '../../../model/finding.ts';
import type { Probe } from '../../../model/scenario.ts';
import { statusOfAnswer } from '../../answer/read-answer.ts';
import { backAgain } from '../../back-again.ts';
import { type Deletion, deletionsIn } from '../../deletions.ts';
import { isSent, perProbe } from '../../demands.ts';
import { trouble } from '../../finding.ts';
import { sameNames } from '../../pool/names.ts';
import { ownTemplate } from '../../pool/own.ts';
import { poolIn, saysGone } from '../../pool/seen.ts';
import type { Rule, Subject } from '../../rule.ts';

export const stillGone = {
  id: 'effects/still-gone',
  title: 'MUST keep the plug-in deleted until it is installed again',
  basis: 'documented',
  clause: 'Function',
  breaks: {
    basis: 'reading',
    note: 'The page says that the plug-in is deleted; that it stays so until it is installed again is a reading.',
  },
  readings: ['accepted', 'stays-deleted'],
  demands: perProbe(isLookedAt, () => 'MUST keep the plug-in deleted until it is installed again'),
  appliesTo: ({ probe, evidence }) => evidence.exchanges.some((one) => one.probe === probe.id),
  unseen: () => ({ reason: 'The pool was not looked at when the run ended.' }),
  judge: (subject): readonly Finding[] => {
    const exchanges = [...subject.earlier, subject.evidence].flatMap((one) => one.exchanges);
    const template = ownTemplate(subject) ?? '';
    const deletions = deletionsIn(subject.suite, exchanges, template, subject.settleTimeoutMs);
    const again = deletions.flatMap(backAgain);
    if (again.some(({ kind }) => kind !== 'drift')) return again;
    const open = deletions.find(({ installed }) => installed === null);
    const seen = open === undefined ? deletions.some(wasLookedAt) : wasSeenAtEnd(subject, open);
    const unseen = 'After no deletion could it be seen whether the plug-in stays deleted.';
    return seen ? again : [...again, trouble(null, unseen)];
  },
} as const satisfies Rule;

function isLookedAt(probe: Probe): boolean {
  return !isSent(probe);
}

function wasLookedAt({ later, notListed }: Deletion): boolean {
  return notListed && later.some((one) => poolIn(one) !== null);
}

function wasSeenAtEnd({ probe, evidence }: Subject, { names, notShown, notListed }: Deletion): boolean {
  const own = evidence.exchanges.filter((one) => one.probe === probe.id);
  const show = own.findLast((one) => one.operation === 'ShowPlugin' && sameNames(one.names, names));
  const isGone = show !== undefined && saysGone(statusOfAnswer(show));
  return notShown && notListed && isGone && own.some((one) => poolIn(one) !== null);
}
