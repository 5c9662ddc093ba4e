import type { Note } from '../model/evidence.ts';
import type { JudgedRequirement } from '../model/report.ts';
import type { Waiver, WaiversToLookAfter } from '../model/waiver.ts';
import { daysBetween } from './days.ts';
import { isCovered, onDay } from './waivers.ts';

/** From so many days before the last one on, its reader is told. */
const SOON = 7;

/** Outcomes of a requirement that was seen to hold or not, whoever answers for it. */
const OBSERVED: readonly JudgedRequirement['outcome'][] = ['passed', 'failed', 'waived', 'drift'];

/** Which waivers of a target its reader should look after, by what the run made of the requirements, and the day it began. */
export function waiversToLookAfter(
  requirements: readonly JudgedRequirement[],
  waivers: readonly Waiver[],
  today: string,
): WaiversToLookAfter {
  const { valid, expired, notYet } = onDay(waivers, today);
  const byId = new Map(requirements.map((one) => [one.id, one]));
  return {
    expired,
    notYet,
    stale: valid.filter((waiver) => isStale(waiver, byId.get(waiver.requirement))),
    expiring: valid.filter(({ until }) => isSoon(until, today)),
  };
}

/** Whether a day is so near that the reader is told. Both are `YYYY-MM-DD`. */
export function isSoon(until: string, today: string): boolean {
  return daysBetween(today, until) <= SOON;
}

/** What the reader of a report is told of waivers, those first that were not applied. */
export function notesOfWaivers(
  { expired, notYet, stale, expiring }: WaiversToLookAfter,
  today: string,
): readonly Note[] {
  return [
    ...expired.map(
      (one) =>
        `The waiver for \`${one.requirement}\` expired on ${one.until} and was not applied. ${approval(one)}`,
    ),
    ...notYet.map(
      (one) =>
        `The waiver for \`${one.requirement}\` begins on ${one.since} and was not applied. ${approval(one)}`,
    ),
    ...expiring.map(
      (one) =>
        `The waiver for \`${one.requirement}\` expires soon: ${lastDay(one.until, today)}. ${approval(one)}`,
    ),
    ...stale.map(
      (one) =>
        `The waiver for \`${one.requirement}\` is stale: ${staleBecause(one)}. It can be removed. ${approval(one)}`,
    ),
  ].map((message) => ({ message }));
}

/** How long a waiver still holds, without a full stop: `2 days left, until 2030-01-03`. */
export function lastDay(until: string, today: string): string {
  const left = daysBetween(today, until);
  if (left === 0) return `${until} is its last day`;
  return `${left} ${left === 1 ? 'day' : 'days'} left, until ${until}`;
}

function isStale(waiver: Waiver, requirement: JudgedRequirement | undefined): boolean {
  if (requirement === undefined) return false;
  if (waiver.fingerprints === undefined) return requirement.outcome === 'passed';
  const wasSeen = requirement.findings.some((finding) => isCovered(finding, waiver));
  return OBSERVED.includes(requirement.outcome) && !wasSeen;
}

function staleBecause({ fingerprints }: Waiver): string {
  return fingerprints === undefined
    ? 'the requirement was seen to hold'
    : 'the requirement was observed, and none of its fingerprints was seen';
}

function approval({ approvedBy, ticket }: Waiver): string {
  return `${approvedBy} approved it${ticket === undefined ? '' : ` (${ticket})`}.`;
}
