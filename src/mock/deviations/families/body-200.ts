import type { Deviation } from '../../deviation.ts';
import { type Field, fieldDeviations, notStrings } from './fields.ts';

const RESOURCE = 'status.resources.0';
const OBJECT = `${RESOURCE}.involvedObject`;

const FIELDS: readonly Field[] = [
  { slug: 'body', path: '', type: 'object' },
  {
    slug: 'api-version',
    path: 'apiVersion',
    type: 'string',
    mandatory: true,
    wrong: {
      'wrong-api-version': { value: 'v1', says: '`v1` for `apiVersion`' },
      'api-version-upper-case': { value: 'V2', says: '`V2` for `apiVersion`' },
      'api-version-empty': { value: '', says: 'an empty `apiVersion`' },
    },
  },
  {
    slug: 'kind',
    path: 'kind',
    type: 'string',
    mandatory: true,
    names: { number: 'kind-wrong-type' },
    wrong: {
      'kind-lower-case': { value: 'plugin', says: '`plugin` for `kind`' },
      'kind-of-list': { value: 'PluginList', says: '`PluginList` for `kind`' },
      'kind-empty': { value: '', says: 'an empty `kind`' },
    },
  },
  { slug: 'metadata', path: 'metadata', type: 'object', mandatory: true },
  { slug: 'metadata-name', path: 'metadata.name', type: 'string', mandatory: true },
  {
    slug: 'timestamp',
    path: 'metadata.creationTimestamp',
    type: 'string',
    mandatory: true,
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
  { slug: 'spec', path: 'spec', type: 'object', mandatory: true },
  { slug: 'template', path: 'spec.template', type: 'object', mandatory: true },
  { slug: 'template-name', path: 'spec.template.name', type: 'string', mandatory: true },
  { slug: 'template-version', path: 'spec.template.version', type: 'string' },
  { slug: 'inputs', path: 'spec.template.inputs', type: 'object' },
  { slug: 'status', path: 'status', type: 'object', mandatory: true },
  {
    slug: 'phase',
    path: 'status.phase',
    type: 'string',
    mandatory: true,
    wrong: {
      'undocumented-phase': { value: 'Terminating', says: 'a `status.phase` that is not among the options' },
      'phase-lower-case': { value: 'running', says: '`running` for `status.phase`' },
      'phase-with-space': { value: 'Running ', says: 'a space after its `status.phase`' },
      'phase-empty': { value: '', says: 'an empty `status.phase`' },
    },
  },
  { slug: 'status-version', path: 'status.version', type: 'string' },
  { slug: 'reason', path: 'status.reason', type: 'string' },
  { slug: 'values', path: 'status.values', type: 'string' },
  {
    slug: 'resources',
    path: 'status.resources',
    type: 'array',
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
  { slug: 'involved-object', path: OBJECT, type: 'object' },
  { slug: 'involved-kind', path: `${OBJECT}.kind`, type: 'string' },
  { slug: 'involved-api-version', path: `${OBJECT}.apiVersion`, type: 'string' },
  { slug: 'involved-namespace', path: `${OBJECT}.namespace`, type: 'string' },
  { slug: 'involved-name', path: `${OBJECT}.name`, type: 'string' },
  { slug: 'involved-uid', path: `${OBJECT}.uid`, type: 'string' },
  { slug: 'resource-version', path: `${OBJECT}.resourceVersion`, type: 'string' },
  {
    slug: 'replicas',
    path: `${RESOURCE}.replicas`,
    type: 'integer',
    names: { number: 'replicas-fractional' },
    wrong: { 'replicas-negative': { value: -1, says: '-1 for the count of replicas' } },
  },
  {
    slug: 'limits',
    path: `${RESOURCE}.limits`,
    type: 'object',
    names: { number: 'limits-all-number' },
    wrong: notStrings('limits', 'limits', 'cpu', { number: 'limits-number' }),
  },
  {
    slug: 'requests',
    path: `${RESOURCE}.requests`,
    type: 'object',
    wrong: notStrings('requests', 'requests', 'memory'),
  },
];

/** Every documented field of the 200, each in every way in which it can be wrong. */
export const body200: readonly Deviation[] = FIELDS.flatMap((field) => fieldDeviations(200, field));
