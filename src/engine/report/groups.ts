import type { JudgedRequirement, Report } from '../model/report.ts';

/** Requirements that belong together in a report. */
export interface Group {
  /** E.g. `delete.200.wire`. */
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly JudgedRequirement[];
}

/** Reports of earlier versions have no groups. */
const ALL = { key: 'all', title: 'Requirements' };

/** The groups that have a requirement, in the order of the page, each in the order of the report. */
export function grouped({
  groups = [],
  requirements,
}: Pick<Report, 'groups' | 'requirements'>): readonly Group[] {
  const keys = new Set(groups.map(({ key }) => key));
  const left = requirements.filter(({ group }) => group === undefined || !keys.has(group));
  return [
    ...groups.map(({ key, title }) => ({
      key,
      title,
      requirements: requirements.filter(({ group }) => group === key),
    })),
    { ...ALL, requirements: left },
  ].filter((group) => group.requirements.length > 0);
}
