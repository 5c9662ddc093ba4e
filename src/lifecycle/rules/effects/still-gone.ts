import { statusOfAnswer } from '../../../engine/judge/body/read-answer.ts';
import { isSent, single } from '../../../engine/judge/demands.ts';
import { trouble } from '../../../engine/judge/finding.ts';
import type { Rule, Subject } from '../../../engine/judge/rule.ts';
import type { Finding } from '../../../engine/model/finding.ts';
import type { Probe } from '../../../engine/model/scenario.ts';
import { backAgain } from '../../effects/back-again.ts';
import { betweenLooks, exchangesUpTo } from '../../effects/before-and-after.ts';
import { type Deletion, deletionsIn } from '../../effects/deletions.ts';
import { sameNames } from '../../effects/names.ts';
import { ownItem } from '../../effects/own.ts';
import { type JudgedResource, resourceOf, saysGone, suiteOf } from '../../effects/resource.ts';
import { poolIn } from '../../effects/snapshot.ts';

export const stillGone = ({ words: { item, collection }, clauses, readings }: JudgedResource) =>
  ({
    id: 'effects/still-gone',
    title: `MUST keep the ${item} deleted until it is installed again`,
    basis: 'documented',
    clause: clauses.deletion,
    breaks: {
      basis: 'reading',
      note: `The page says that the ${item} is deleted; that it stays so until it is installed again is a reading.`,
    },
    readings: readings.staysDeleted,
    demands: single('effect', 'still-gone', isLookedAt),
    appliesTo: ({ probe, evidence }) => evidence.exchanges.some((one) => one.probe === probe.id),
    unseen: () => ({ reason: `The ${collection} was not looked at when the run ended.` }),
    looks: ({ evidence, probe }) => evidence.exchanges.filter((one) => one.probe === probe.id),
    judge: (subject): readonly Finding[] => {
      const exchanges = exchangesUpTo(subject);
      const itemName = ownItem(subject) ?? '';
      const deletions = deletionsIn(suiteOf(subject), exchanges, itemName, subject.settleTimeoutMs);
      const again = deletions.flatMap((one) => betweenLooks(backAgain(one), one.request, exchanges));
      if (again.some(({ kind }) => kind !== 'drift')) return again;
      const open = deletions.find(({ installed }) => installed === null);
      const seen = open === undefined ? deletions.some(wasLookedAt) : wasSeenAtEnd(subject, open);
      const unseen = `After no deletion could it be seen whether the ${item} stays deleted.`;
      return seen ? again : [...again, trouble(null, 'not-seen', unseen)];
    },
  }) as const satisfies Rule;

function isLookedAt(probe: Probe): boolean {
  return !isSent(probe);
}

function wasLookedAt({ resource, later, notListed }: Deletion): boolean {
  return notListed && later.some((one) => poolIn(resource, one) !== null);
}

function wasSeenAtEnd(subject: Subject, { names, notShown, notListed }: Deletion): boolean {
  const { probe, evidence } = subject;
  const resource = resourceOf(subject);
  const own = evidence.exchanges.filter((one) => one.probe === probe.id);
  const show = own.findLast(
    (one) => one.operation === resource.operations.show && sameNames(one.names, names),
  );
  const isGone = show !== undefined && saysGone(resource, statusOfAnswer(show));
  return notShown && notListed && isGone && own.some((one) => poolIn(resource, one) !== null);
}
