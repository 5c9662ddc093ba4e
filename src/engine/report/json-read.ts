import type { Json } from '../json.ts';
import type { Report } from '../model/report.ts';
import type { FileKeys } from '../model/resource.ts';
import { namesOfMembers } from './named-members.ts';

/** The report that a parsed `conformance.json` holds, which is as its schema has it: there the suite's own keys name the target. */
export function reportOf(value: Json, keys: FileKeys): Report {
  const report = value as unknown as Report;
  const {
    [keys.project]: _,
    [keys.collection]: __,
    [keys.item]: ___,
    [keys.source]: given,
    ...rest
  } = Object(report.target) as Readonly<Record<string, unknown>>;
  const names = namesOfMembers(keys, Object(report.target)) ?? { project: '', collection: '', item: '' };
  const source = given === 'existing' ? 'existing' : 'install';
  // The members that are left have the same names in both.
  return { ...report, target: { ...(rest as unknown as Report['target']), ...names, source } };
}
