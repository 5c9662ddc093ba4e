import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { pluginsStatements } from '../../src/suites/modelarts-plugins/load.ts';
import { STATEMENTS } from '../../src/suites/modelarts-plugins/places.ts';
import { REQUIREMENT_IDS } from '../mock/requirement-ids.ts';
import { test } from '../own-test.ts';
import { fromSource, responseOf } from './the-contract.ts';

/** Every requirement id that a statement or another source names, once for each time. */
async function named(): Promise<readonly string[]> {
  const { statements, other } = await pluginsStatements();
  return [...statements, ...other].flatMap((one) => ('requirements' in one ? one.requirements : []));
}

test('every requirement comes from a statement of the page or has another source', async () => {
  const ids = new Set(await named());
  expect(REQUIREMENT_IDS.length).toBeGreaterThan(50);
  expect(REQUIREMENT_IDS.filter((id) => !ids.has(id))).toEqual([]);
});

test('every requirement that is named exists', async () => {
  const known = new Set(REQUIREMENT_IDS);
  expect((await named()).filter((id) => !known.has(id))).toEqual([]);
});

test('every statement has an id of its own, and requirements or the reason why it has none', async () => {
  const { document, statements } = await pluginsStatements();
  expect(document).toBe('Delete a Plug-in');
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  const both = statements.filter((one) => 'requirements' in one === 'excluded' in one);
  expect(both).toEqual([]);
});

test('every clause of the description of a documented answer is a clause of a statement', async () => {
  const clauses = new Set((await pluginsStatements()).statements.map(({ clause }) => clause));
  for (const status of [200, 400]) {
    const response = await responseOf(status);
    const documented = [response, ...response.fields].filter(({ basis }) => basis === 'documented');
    expect(documented.map(({ clause }) => clause).filter((clause) => !clauses.has(clause))).toEqual([]);
  }
});

test('every heading of the page, every parameter, field, status and example has its statement', async () => {
  const { statements } = await pluginsStatements();
  const clauses = new Set(statements.map(({ clause }) => clause));
  const parameters = ['project_id', 'pool_name', 'template_name'].map((name) => `URI, ${name}`);
  const examples = [
    'Example Requests',
    ...[200, 400].map((status) => `Example Responses, status code ${status}`),
  ];
  const rest = [
    'Function',
    'URI',
    'Request Parameters',
    'Status Codes, 200',
    'Status Codes, 400',
    'Error Codes',
  ];
  for (const clause of [...parameters, ...examples, ...rest]) expect([...clauses]).toContain(clause);
  const checked = new Set(await named());
  for (const [status, response] of (await fromSource).operations.get('DeletePlugin')?.responses ?? []) {
    for (const { path } of response.fields) {
      expect([...checked]).toContain(path === '' ? `delete.${status}.body` : `delete.${status}.body.${path}`);
    }
  }
});

const BROKEN: readonly (readonly [string, string, string])[] = [
  ['neither requirements nor a reason', '    requirements: [delete.200.status]\n', ''],
  [
    'both',
    '    requirements: [delete.200.status]\n',
    '    requirements: [delete.200.status]\n    excluded: later\n',
  ],
  ['no requirement in its list', '    requirements: [delete.200.status]\n', '    requirements: []\n'],
  ['an id that is none', '    requirements: [delete.200.status]\n', '    requirements: [some words]\n'],
  ['an unknown member', '    requirements: [delete.200.status]\n', '    excludes: later\n'],
];

for (const [title, from, to] of BROKEN) {
  test(`a statement with ${title} does not fit the schema`, async () => {
    const text = readFileSync(STATEMENTS, 'utf8');
    expect(text).toContain(from);
    const path = test.info().outputPath('statements.yaml');
    writeFileSync(path, text.replace(from, to));
    await expect(pluginsStatements(pathToFileURL(path))).rejects.toThrow(
      /^The statements do not fit their schema at `\/statements\/1[^`]*`: [^\n]*\.$/,
    );
  });
}
