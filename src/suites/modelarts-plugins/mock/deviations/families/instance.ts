import { type Change, neighbourOf, onAccepted, removing, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import { EXAMPLE_INPUTS } from '../../example-inputs.ts';
import { describePlugin } from '../../plugin.ts';

/** What the 200 describes in place of the instance that was deleted: the requirement's end, words after "The 200 of a DELETE". */
type Other = readonly [what: string, says: string, change: Change];

const NAME = 'metadata.name';
const TIME = 'metadata.creationTimestamp';
const INPUTS = 'spec.template.inputs';
const VERSION = 'spec.template.version';

const OTHERS: Readonly<Record<string, Other>> = {
  'describes-other-name': [
    'name',
    'names another instance',
    setting(NAME, 'pool-4cd084d36f8bd3346036-other'),
  ],
  'describes-name-without-pool': [
    'name',
    'names the template for the instance',
    setting(NAME, 'node-local-dns'),
  ],
  'describes-empty-name': ['name', 'has an empty name', setting(NAME, '')],
  'describes-name-upper-case': [
    'name',
    'has its name in capitals',
    (answer, context) => setting(NAME, `${context.plugin?.poolName}-NODE-LOCAL-DNS`)(answer, context),
  ],
  'describes-neighbour': [
    'name',
    'describes another plug-in of the pool',
    (answer, context) => {
      const other = neighbourOf(context);
      return other === undefined ? answer : { ...answer, body: describePlugin(other, 'Running', true) };
    },
  ],
  'describes-other-timestamp': [
    'creationTimestamp',
    'says that the instance was installed at another time',
    setting(TIME, '2024-05-06T07:08:09Z'),
  ],
  'describes-timestamp-in-other-zone': [
    'creationTimestamp',
    'gives the time of creation in local time and calls it UTC',
    (answer, context) => {
      const time = Date.parse(context.plugin?.creationTimestamp ?? '') + 8 * 3_600_000;
      return setting(TIME, new Date(time).toISOString())(answer, context);
    },
  ],
  'describes-other-template': [
    'template',
    'names another template',
    setting('spec.template.name', 'log-collector'),
  ],
  'describes-template-upper-case': [
    'template',
    'has the name of the template in capitals',
    setting('spec.template.name', 'NODE-LOCAL-DNS'),
  ],
  'describes-other-version': ['version', 'names another version of the template', setting(VERSION, '0.0.1')],
  'describes-version-with-v': ['version', 'has a letter before the version', setting(VERSION, 'v1.6.36')],
  'describes-empty-version': ['version', 'has an empty version', setting(VERSION, '')],
  'describes-other-inputs': [
    'inputs',
    'has other inputs than those of the instance',
    setting(INPUTS, { custom: { ndots: '9' } }),
  ],
  'describes-no-inputs': ['inputs', 'has empty inputs', setting(INPUTS, {})],
  'describes-fewer-inputs': ['inputs', 'lacks one of the inputs', removing(`${INPUTS}.custom.search`)],
  'describes-more-inputs': [
    'inputs',
    'has one more input than the instance',
    setting(INPUTS, { ...EXAMPLE_INPUTS, region: 'eu-de' }),
  ],
  'describes-inputs-as-strings': [
    'inputs',
    'has a string for an input that is a boolean',
    setting(`${INPUTS}.custom.enable_dnsconfig_admission`, 'true'),
  ],
  'describes-nested-input': [
    'inputs',
    'has another value in a list of the inputs',
    setting(`${INPUTS}.flavor.resources.1.requestsMem`, '6Mi'),
  ],
};

/** Everything that the 200 can describe in place of the instance that Show and List gave. */
export const instance: readonly Deviation[] = Object.entries(OTHERS).map(([name, [what, says, change]]) => ({
  name,
  title: `The 200 of a DELETE ${says}.`,
  catches: `delete.200.instance.${what}`,
  answer: onAccepted(change),
}));
