import { expect } from '@playwright/test';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { edited, expectStop, TEXT } from './broken-description.ts';

const DELETE = '/paths/~1v2~1{project_id}~1pools~1{pool_name}~1plugins~1{template_name}/delete';
const REFUSED = `${DELETE}/responses/400`;
const PHASE = '/components/schemas/PluginStatus/properties/phase';
const STATUS = '/components/schemas/Plugin/properties/status';

/** What is wrong, the description, the place, and a part of the sentence. */
const BROKEN: readonly (readonly [string, string, string, RegExp])[] = [
  ['nothing in it', '', '', /is empty/],
  ['only a comment', '# later\n', '', /is empty/],
  ['a text for a document', 'text', '', /is no object/],
  ['YAML that ends too soon', 'openapi: [3.1.1', '', /is no YAML/],
  ['a name twice', `${TEXT}\nopenapi: 3.1.1\n`, '', /is no YAML/],
  ['an unknown version', edited('/openapi', '1.0'), '', /is no OpenAPI document/],
  ['a misspelt keyword', edited(`${DELETE}/respones`, {}), DELETE, /no OpenAPI document.*`respones`/],
  ['no path', edited('/paths', {}), '/paths', /no operation/],
  [
    'no operation under test',
    edited(`${DELETE}/operationId`, 'RemovePlugin'),
    '/paths',
    /no operation `DeletePlugin`/,
  ],
  ['an operation without an id', edited(`${DELETE}/operationId`, undefined), DELETE, /no `operationId`/],
  [
    'an operation without a response',
    edited(`${DELETE}/responses`, undefined),
    `${DELETE}/responses`,
    /no response/,
  ],
  [
    'an answer that OpenAPI does not know',
    edited(`${DELETE}/responses/4xx`, { description: '' }),
    `${DELETE}/responses`,
    /unevaluated properties \(`4xx`\)/,
  ],
  [
    'a dangling reference',
    edited(STATUS, { $ref: '#/components/schemas/Status' }),
    STATUS,
    /`#\/components\/schemas\/Status`/,
  ],
  ['a reference to another file', edited(STATUS, { $ref: 'status.yaml' }), STATUS, /`status.yaml`/],
  [
    'a source without a clause',
    edited(`${REFUSED}/x-source/clause`, ''),
    `${REFUSED}/x-source`,
    /no `clause`/,
  ],
  ['an unknown basis', edited(`${REFUSED}/x-source/basis`, 'guessed'), `${REFUSED}/x-source`, /`basis`/],
  [
    'a mark of an instance that says something else',
    edited('/components/schemas/Template/properties/version/x-instance', { as: 'version', optional: 1 }),
    '/components/schemas/Template/properties/version/x-instance',
    /`\{ as, optional, readings \}`/,
  ],
  [
    'a source of a keyword that the schema does not have',
    edited(`${PHASE}/x-source/keywords/pattern`, { basis: 'observed', note: 'It has none.' }),
    `${PHASE}/x-source/keywords/pattern`,
    /keyword `pattern`, which that schema does not have/,
  ],
  [
    'a keyword of an unknown basis',
    edited(`${PHASE}/x-source/keywords/enum/basis`, 'guessed'),
    `${PHASE}/x-source/keywords/enum`,
    /`enum` has no known `basis`/,
  ],
  [
    'a keyword without a note',
    edited(`${PHASE}/x-source/keywords/enum/note`, ''),
    `${PHASE}/x-source/keywords/enum`,
    /no `note`/,
  ],
  [
    'readings of a field that are no list',
    edited(`${PHASE}/x-source/readings`, 'phase-of-the-answer'),
    `${PHASE}/x-source`,
    /`readings` are no list of ids/,
  ],
  [
    'a reading that the list does not have',
    edited(`${PHASE}/x-source/readings`, ['phases']),
    '/x-readings',
    /rests on the reading `phases`/,
  ],
  ['no readings', edited('/x-readings', []), '/x-readings', /rests on the reading/],
  ['a reading without its text', edited('/x-readings/9/reading', undefined), '/x-readings/9', /no `reading`/],
];

for (const [at, [title, description, pointer, sentence]] of BROKEN.entries()) {
  test(`a description with ${title} stops with one sentence and the place${slowIf(at % 2 === 1)}`, () =>
    expectStop(description, pointer, sentence));
}

test('a description that is not there is an error of its own', async () => {
  const file = new URL('none.yaml', DESCRIPTION);
  await expect(pluginsContract({ file })).rejects.toThrow(
    'The description `specs/none.yaml` cannot be read (`ENOENT`).',
  );
});
