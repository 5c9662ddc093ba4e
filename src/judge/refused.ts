import type { Finding } from '../model/finding.ts';
import { violation } from './finding.ts';
import { after, poolAfter, poolBefore } from './pool/around.ts';
import { changes, described } from './pool/changes.ts';
import { ownTemplate, ownUrl } from './pool/own.ts';
import { resourceOf, saysGone, statusOfAnswer } from './pool/seen.ts';
import type { Subject } from './rule.ts';

/** What a request that was refused changed of what was in the pool before it; [] where nothing is known. */
export function damage(subject: Subject): readonly Finding[] {
  const before = poolBefore(subject);
  const later = poolAfter(subject);
  if (before === null || later === null) return [];
  return [
    ...changes(before.what, later, 'A plug-in that was there before the refused request'),
    ...beingDeleted(subject),
    ...notShown(subject),
  ];
}

/** Of the plug-ins of other people the phase is their own business. */
function beingDeleted(subject: Subject): readonly Finding[] {
  const template = ownTemplate(subject);
  const later = poolAfter(subject);
  const before = poolBefore(subject)?.what ?? [];
  const isDeleting = later?.what.find((one) => one.templateName === template && one.phase === 'Deleting');
  if (template === null || later === null || isDeleting === undefined) return [];
  const was = before.find((one) => one.templateName === template);
  if (was === undefined || was.phase === 'Deleting') return [];
  return [
    violation(later.exchange, 'The plug-in is being deleted after a request that was refused.', {
      expected: `${described(was)}, not \`Deleting\``,
      actual: '`Deleting`',
    }),
  ];
}

function notShown(subject: Subject): readonly Finding[] {
  const url = ownUrl(subject);
  const template = ownTemplate(subject);
  const wasThere = poolBefore(subject)?.what.some((one) => one.templateName === template) ?? false;
  const show = after(subject).findLast(
    (one) => one.operation === 'ShowPlugin' && resourceOf(one) === url && statusOfAnswer(one) !== null,
  );
  if (!wasThere || show === undefined || !saysGone(statusOfAnswer(show))) return [];
  return [
    violation(show, 'Show does not find the plug-in after a request that was refused.', {
      expected: '200',
      actual: String(statusOfAnswer(show)),
    }),
  ];
}
