import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement } from '../model/report.ts';
import type { Waiver } from '../model/waiver.ts';
import { isCovered } from '../verdict/waivers.ts';
import { shortened } from './inert.ts';

type Waived = Pick<JudgedRequirement, 'waiver' | 'moreWaivers'>;

/** As many characters of who approved it, and of the ticket: the reason behind them is to be seen too. */
const MOST = 80;

/** Who waived a requirement, or some of its findings; nothing where nobody did. */
export function waiversOf({ waiver, moreWaivers = [] }: Waived): readonly Waiver[] {
  return waiver === undefined ? [] : [waiver, ...moreWaivers];
}

/** Who approved a waiver, until when, the ticket, and why: `A. Person, until 2030-01-01, ticket OPS-7: A reason.` */
export function waiverText(waiver: Waiver): string {
  return `${approvalText(waiver)}: ${waiver.reason}`;
}

/** The same without the reason. */
export function approvalText({ approvedBy, until, ticket, since }: Waiver): string {
  const from = since === undefined ? '' : `since ${since} `;
  const where = ticket === undefined ? '' : `, ticket ${shortened(ticket, MOST)}`;
  return `${shortened(approvedBy, MOST)}, ${from}until ${until}${where}`;
}

/** Who waived one finding of a requirement that fails by others; null where nobody did. */
export function waivedInPart(
  finding: ReportedFinding,
  requirement: Waived & Pick<JudgedRequirement, 'outcome'>,
): string | null {
  if (requirement.outcome === 'waived') return null;
  const waiver = waiversOf(requirement).find((one) => isCovered(finding, one));
  return waiver === undefined ? null : waiverText(waiver);
}
