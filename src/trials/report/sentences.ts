import { plural } from '../../engine/report/words.ts';
import type { Sensitivity } from '../model.ts';

/** What the trials show, one sentence each. */
export function sentencesOf({
  deviations,
  requirements,
  rules,
  deadRules,
  conforming,
  disturbed,
}: Sensitivity): readonly string[] {
  const inPlace = deviations.inPlace === deviations.caught ? 'all of them' : `${deviations.inPlace} of them`;
  return [
    `${deviations.caught} of ${plural(deviations.total, 'deviation')} caught, ${inPlace} first by the requirement that they are meant for.`,
    `${requirements.proven} of ${plural(requirements.total, 'requirement')} seen to fail first; ${rules.length - deadRules.length} of ${plural(rules.length, 'rule')} needed.`,
    `${falseAlarms(conforming)} ${rateText(conforming)}`.trim(),
    `${disturbed.inconclusive} of ${plural(disturbed.total, 'disturbed server')} inconclusive, as each has to be.`,
  ];
}

/** What can be said of the rate of false alarms, in one sentence; '' where nothing can. */
function rateText({ rateBelow }: Sensitivity['conforming']): string {
  return rateBelow === 1
    ? ''
    : `Among such servers the rate is below ${percent(rateBelow)} with 95 % confidence.`;
}

function falseAlarms({ falseAlarms: { length }, total }: Sensitivity['conforming']): string {
  return `${length === 0 ? 'No' : length} false ${length === 1 ? 'alarm' : 'alarms'} in ${plural(total, 'conforming server')}.`;
}

/** Rounded up: what is said to be below a rate is. */
function percent(rate: number): string {
  return `${Math.ceil(rate * 100 * 100) / 100} %`;
}
