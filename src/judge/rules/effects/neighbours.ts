import type { PluginView } from '../../../contract/plugin.ts';
import type { Finding } from '../../../model/finding.ts';
import { single } from '../../demands.ts';
import { trouble } from '../../finding.ts';
import { isDeletion } from '../../lost.ts';
import { poolAfter, poolBefore } from '../../pool/around.ts';
import { changes } from '../../pool/changes.ts';
import { ownTemplate } from '../../pool/own.ts';
import { poolIn, type SeenPool } from '../../pool/seen.ts';
import type { Rule, Subject } from '../../rule.ts';

export const neighbours = {
  id: 'effects/neighbours',
  title: 'MUST leave every other plug-in of the pool as it was',
  basis: 'documented',
  clause: 'URI, template_name',
  breaks: { basis: 'reading', note: 'The path names one plug-in; that no other may change is a reading.' },
  readings: ['rest-of-the-pool'],
  rows: ['installed', 'nothing'],
  demands: single('delete.effect.neighbours'),
  appliesTo: ({ probe, evidence, exchange }) =>
    probe.row === 'nothing'
      ? evidence.exchanges.some((one) => one.probe === probe.id)
      : exchange !== null && exchange.trouble?.kind !== 'unsent',
  unseen: () => ({ reason: 'No DELETE of the installed plug-in reached the endpoint.' }),
  judge: (subject): readonly Finding[] => {
    if (!wasSent(subject)) return [trouble(null, 'No DELETE of the installed plug-in was sent.')];
    const before = subject.probe.row === 'nothing' ? poolBeforeLastDeletion(subject) : poolBefore(subject);
    const later = poolAfter(subject);
    const template = ownTemplate(subject);
    if (before === null || later === null || template === null) {
      const when = before === null ? 'before' : 'after';
      return [trouble(subject.exchange, `List was not answered with a pool ${when} the DELETE.`)];
    }
    const others = before.what.filter((one: PluginView) => one.templateName !== template);
    return changes(others, later, 'Another plug-in of the pool');
  },
} as const satisfies Rule;

function wasSent({ earlier, evidence }: Subject): boolean {
  return [...earlier, evidence].some(({ exchanges }) => exchanges.some(isDeletion));
}

/** The pool just before the last DELETE that was to be accepted: what others did before that is their business. */
function poolBeforeLastDeletion({ earlier, evidence }: Subject): SeenPool | null {
  const exchanges = [...earlier, evidence].flatMap((one) => one.exchanges);
  const last = exchanges.findLast(isDeletion)?.index ?? -1;
  const before = exchanges.filter(({ index }) => index < last).map(poolIn);
  return before.findLast((pool) => pool !== null) ?? null;
}
