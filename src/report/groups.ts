import type { JudgedRequirement } from '../model/report.ts';

/** Requirements that belong together in a report. */
export interface Group {
  /** A prefix of requirement ids, or a name like one. */
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly JudgedRequirement[];
}

/** In the order of the page; the first pattern that an id fits is its group. */
const GROUPS: readonly (readonly [key: string, title: string, pattern: RegExp])[] = [
  ['delete.200.body', 'Body of a 200, field by field', /^delete\.200\.(body(\.|$)|members$)/],
  ['delete.200.wire', 'Media type and JSON of a 200', /^delete\.200\.(media-type$|json(\.|$))/],
  ['delete.200.instance', 'The instance that a 200 describes', /^delete\.200\.instance\./],
  ['delete.200', 'Status of an accepted DELETE', /^delete\.200(\.|$)/],
  ['delete.400.body', 'Body of a 400, field by field', /^delete\.400\.(body(\.|$)|members$)/],
  ['delete.400.wire', 'Media type and JSON of a 400', /^delete\.400\.(media-type$|json(\.|$))/],
  ['delete.400', 'Requests that must be refused', /^delete\.400(\.|$)/],
  ['delete.access', 'Credentials', /^delete\.access\./],
  ['delete.method', 'Methods that the path does not document', /^delete\.method\./],
  ['delete.effect', 'Effects on the pool', /^delete\.effect\./],
  ['delete.error', 'Errors', /^delete\.error\./],
  ['other', 'Other', /^/],
];

/** As a reader walks through them: status first, then what is in the answer, then the rest. */
const ORDER: readonly string[] = [
  'delete.200',
  'delete.200.wire',
  'delete.200.body',
  'delete.200.instance',
].concat(
  ['delete.400', 'delete.400.wire', 'delete.400.body', 'delete.effect', 'delete.access', 'delete.method'],
  ['delete.error', 'other'],
);

/** The key of the group that a requirement belongs to. */
export function groupOf(id: string): string {
  return GROUPS.find(([, , pattern]) => pattern.test(id))?.[0] ?? 'other';
}

/** The groups that have a requirement, each in the order of the report. */
export function grouped(requirements: readonly JudgedRequirement[]): readonly Group[] {
  return ORDER.map((key) => ({
    key,
    title: GROUPS.find(([name]) => name === key)?.[1] ?? key,
    requirements: requirements.filter(({ id }) => groupOf(id) === key),
  })).filter((group) => group.requirements.length > 0);
}
