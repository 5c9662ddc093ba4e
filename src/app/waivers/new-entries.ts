import { failingFindings } from '../../engine/judge/failing.ts';
import type { JudgedRequirement } from '../../engine/model/report.ts';
import type { Waiver } from '../../engine/model/waiver.ts';
import { approvalText, waiversOf } from '../../engine/report/waiver-text.ts';
import { fails, OUTCOMES } from '../../engine/report/words.ts';
import { unknownText } from '../../engine/verdict/waiver-sense.ts';
import { isCovered } from '../../engine/verdict/waivers.ts';
import type { WaiversInput } from '../../engine/verdict/waivers-input.ts';
import type { LastReport } from './last-report.ts';

/** What is to be waived, and who answers for it until when. */
export interface Asked extends Pick<Waiver, 'reason' | 'until' | 'approvedBy' | 'ticket'> {
  /** The ids of requirements; null: of all that fail. */
  readonly ids: readonly string[] | null;
}

/** The new entries, or, where there are none, what is wrong: a sentence each. */
export interface Made {
  readonly entries: readonly Waiver[];
  readonly problems: readonly string[];
}

/** Makes the entries that waive what failed in a run, at its target, from today on. */
export function newEntries(
  report: LastReport,
  asked: Asked,
  input: Pick<WaiversInput, 'known' | 'nearestOf' | 'today'>,
): Made {
  const refused = refusal(report);
  if (refused !== null) return { entries: [], problems: [refused] };
  const failing = report.requirements.filter((one) => fails(report, one)).map(({ id }) => id);
  const ids = [...new Set(asked.ids ?? failing)];
  if (ids.length === 0)
    return {
      entries: [],
      problems: ['The last run has no violation that is not waived; nothing was written.'],
    };
  const made = ids.map((id) => fingerprintsOf(id, report, input));
  const problems = made.flatMap((one) => (typeof one === 'string' ? [one] : []));
  if (problems.length > 0) return { entries: [], problems };
  const { reason, until, approvedBy, ticket } = asked;
  const entries = made.flatMap((fingerprints, at): readonly Waiver[] => {
    const requirement = ids[at];
    if (requirement === undefined || typeof fingerprints === 'string') return [];
    return [
      {
        ...{ requirement, reason, until, approvedBy, scope: report.host, pool: report.pool, fingerprints },
        ...(ticket === undefined ? {} : { ticket }),
        since: input.today,
      },
    ];
  });
  return { entries, problems: [] };
}

/** Why nothing of a run can be waived; null where something can. */
function refusal({ mock, verdict, reason }: LastReport): string | null {
  if (mock)
    return 'The last run was against a mock, of which nothing is waived; right would be a run against the endpoint.';
  if (verdict === 'inconclusive')
    return `The last run was inconclusive, so nothing of it is waived; right would be a new run. It said: ${reason}`;
  return null;
}

/** The fingerprints of what failed and is not waived yet; where none can be given, why. */
function fingerprintsOf(
  id: string,
  report: LastReport,
  input: Pick<WaiversInput, 'known' | 'nearestOf'>,
): readonly string[] | string {
  if (!input.known.includes(id)) return unknownText(id, input);
  const one = report.requirements.find((requirement) => requirement.id === id);
  if (one === undefined || !fails(report, one)) return notFailed(id, one, report);
  const found = failingOf(one, report).map(({ fingerprint }) => fingerprint);
  return [...new Set(found)].sort();
}

/** The findings by which a requirement fails, but for those that are waived. */
function failingOf(one: JudgedRequirement, { strict }: LastReport): JudgedRequirement['findings'] {
  const waivers = waiversOf(one);
  return failingFindings(one, strict).filter(
    (finding) => !waivers.some((waiver) => isCovered(finding, waiver)),
  );
}

function notFailed(id: string, one: JudgedRequirement | undefined, { strict }: LastReport): string {
  if (one === undefined) return `\`${id}\` is not in the report of the last run; right would be a new run.`;
  const [waiver] = waiversOf(one);
  if (waiver !== undefined)
    return `\`${id}\` is waived already, by ${approvalText(waiver)}; right would be to change that entry.`;
  const drifted = one.outcome === 'drift' && !strict ? ', which passes unless a run is strict' : '';
  return `\`${id}\` did not fail in the last run (${OUTCOMES[one.outcome]}${drifted}); right would be one that did.`;
}
