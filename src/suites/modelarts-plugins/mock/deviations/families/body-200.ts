import type { Deviation } from '../../deviation.ts';
import { answers } from '../answers.ts';
import { bodyDeviations, type KnownOf, notStrings } from './fields.ts';

/** Names that last, and wrong values of the right type, by where the description has the member. */
const KNOWN: KnownOf<200> = {
  '': { slug: 'body' },
  apiVersion: {
    wrong: {
      'wrong-api-version': { value: 'v1', says: '`v1` for `apiVersion`' },
      'api-version-upper-case': { value: 'V2', says: '`V2` for `apiVersion`' },
      'api-version-empty': { value: '', says: 'an empty `apiVersion`' },
    },
  },
  kind: {
    names: { number: 'kind-wrong-type' },
    wrong: {
      'kind-lower-case': { value: 'plugin', says: '`plugin` for `kind`' },
      'kind-of-list': { value: 'PluginList', says: '`PluginList` for `kind`' },
      'kind-empty': { value: '', says: 'an empty `kind`' },
    },
  },
  'metadata.creationTimestamp': {
    slug: 'timestamp',
    wrong: {
      'bad-timestamp': { value: '2025-02-30T12:29:18Z', says: '30 February for the time of its creation' },
      'timestamp-without-zone': { value: '2025-03-17T12:29:18', says: 'a time of creation without a zone' },
      'timestamp-with-space': { value: '2025-03-17 12:29:18Z', says: 'a space in the time of its creation' },
      'timestamp-date-only': { value: '2025-03-17', says: 'a date for the time of its creation' },
      'timestamp-epoch': { value: '1742214558', says: 'seconds since 1970 for the time of its creation' },
      'timestamp-hour-24': { value: '2025-03-17T24:00:00Z', says: '24 o’clock for the time of its creation' },
      'timestamp-short-offset': { value: '2025-03-17T20:29:18+08', says: 'a zone without minutes' },
      'timestamp-basic-offset': { value: '2025-03-17T20:29:18+0800', says: 'a zone without a colon' },
      'timestamp-of-mail': {
        value: 'Mon, 17 Mar 2025 12:29:18 GMT',
        says: 'a time of creation as mail has it',
      },
      'timestamp-empty': { value: '', says: 'an empty time of creation' },
    },
  },
  'spec.template': { slug: 'template' },
  'spec.template.name': { slug: 'template-name' },
  'spec.template.version': { slug: 'template-version' },
  'spec.template.inputs': { slug: 'inputs' },
  'status.phase': {
    slug: 'phase',
    wrong: {
      'undocumented-phase': { value: 'Terminating', says: 'a `status.phase` that is not among the options' },
      'phase-lower-case': { value: 'running', says: '`running` for `status.phase`' },
      'phase-with-space': { value: 'Running ', says: 'a space after its `status.phase`' },
      'phase-empty': { value: '', says: 'an empty `status.phase`' },
    },
  },
  'status.reason': { slug: 'reason' },
  'status.values': { slug: 'values' },
  'status.resources': {
    slug: 'resources',
    wrong: {
      'resource-null': { value: null, says: 'null for the second of `status.resources`', below: '1' },
      'resource-string': {
        value: 'DaemonSet',
        says: 'a string for the second of `status.resources`',
        below: '1',
      },
      'resource-array': { value: [], says: 'an array for the second of `status.resources`', below: '1' },
    },
  },
  'status.resources.*.involvedObject': { slug: 'involved-object' },
  'status.resources.*.involvedObject.kind': { slug: 'involved-kind' },
  'status.resources.*.involvedObject.apiVersion': { slug: 'involved-api-version' },
  'status.resources.*.involvedObject.namespace': { slug: 'involved-namespace' },
  'status.resources.*.involvedObject.name': { slug: 'involved-name' },
  'status.resources.*.involvedObject.uid': { slug: 'involved-uid' },
  'status.resources.*.involvedObject.resourceVersion': { slug: 'resource-version' },
  'status.resources.*.replicas': {
    slug: 'replicas',
    names: { number: 'replicas-fractional' },
    wrong: { 'replicas-negative': { value: -1, says: '-1 for the count of replicas' } },
  },
  'status.resources.*.limits': {
    slug: 'limits',
    names: { number: 'limits-all-number' },
    wrong: notStrings('limits', 'limits', 'cpu', { number: 'limits-number' }),
  },
  'status.resources.*.requests': {
    slug: 'requests',
    wrong: notStrings('requests', 'requests', 'memory'),
  },
};

/** Every documented field of the 200, each in every way in which it can be wrong. */
export const body200: readonly Deviation[] = answers
  .filter(({ key }) => key === '200')
  .flatMap((answer) => bodyDeviations(answer, KNOWN));
