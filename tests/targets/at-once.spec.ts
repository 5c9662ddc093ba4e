import { expect } from '@playwright/test';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { SETTINGS, writeTargets } from './many.ts';

const RIGHT = {
  ...{ endpoint: 'https://eu.example.com', allowDelete: 'eu.example.com' },
  ...{ projectId: 'p', pool: 'q', template: 't', auth: { tokenEnv: 'TOKEN_ENV' } },
};

/** What is told, without where it stands. */
async function told(entries: Parameters<typeof writeTargets>[0], ...more: readonly string[]) {
  const file = writeTargets(entries);
  const { code, stderr } = await conformance(['run', '--targets', file, ...more], SETTINGS);
  expect(code).toBe(2);
  return stderr
    .trimEnd()
    .replaceAll(/^Line \d+, column \d+ of `[^`]+`: /gm, '')
    .split('\n');
}

test('where the shape of an entry is wrong, all else that is wrong with it is told beside that', async () => {
  const sentences = await told([
    {
      ...RIGHT,
      ...{ name: 'a', endpoint: 'http://eu.example.com', pool: '..', colour: 'red' },
      auth: { tokenEnv: 'NOT_SET' },
    },
    { ...RIGHT, name: 'b', endpoint: 5, allowDelete: 'x', projectId: '.', auth: { akEnv: 'NOT_SET' } },
    { name: 'c' },
  ]);
  expect(sentences).toEqual([
    expect.stringMatching(/^of `a`, `endpoint` is plain `http` to `eu\.example\.com`/),
    expect.stringMatching(/^of `a`, `pool` is `\.\.`/),
    expect.stringMatching(/^of `a`, `tokenEnv` names `NOT_SET`, which is not set/),
    expect.stringMatching(/^`colour` is no member of a target/),
    expect.stringMatching(/^`endpoint` is `5`/),
    expect.stringMatching(/^of `b`, `projectId` is `\.`/),
    expect.stringMatching(/^`auth` has no `skEnv`/),
    ...['endpoint', 'projectId', 'pool', 'template', 'allowDelete', 'auth'].map((name) =>
      expect.stringMatching(new RegExp(`^The target has no \`${name}\``)),
    ),
  ]);
});

test('a name that `--target` takes is known also where something else of that entry is wrong', async () => {
  const wrong = { ...RIGHT, name: 'a', pool: 1 };
  expect(await told([wrong], '--target', 'a')).toEqual([expect.stringMatching(/^`pool` is `1`/)]);
  expect(await told([{ ...RIGHT, name: '/' }], '--target', 'a')).toEqual([
    expect.stringMatching(/^`name` is `\/`/),
  ]);
});
