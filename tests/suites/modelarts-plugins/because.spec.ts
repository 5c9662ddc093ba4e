import { expect } from '@playwright/test';
import { judge } from '../../../src/engine/judge/judge.ts';
import type { RecordedResponse } from '../../../src/engine/model/exchange.ts';
import { test } from '../../own-test.ts';
import { answer, deletion, evidence, plugin, raw } from './build.ts';
import { given } from './given.ts';

/** The 200 that came, a member of its instance that it does not show, why not, and what that follows from. */
const UNSEEN: readonly (readonly [
  title: string,
  response: RecordedResponse,
  id: string,
  reason: string,
  from?: string,
])[] = [
  [
    'a body that nests too deep',
    raw(200, { data: '['.repeat(2000) + ']'.repeat(2000) }),
    'delete.200.instance.name',
    'the body nests too deep to be read',
    'delete.200.body',
  ],
  [
    'a name that is no string',
    answer(200, plugin(undefined, { metadata: { name: 5 } })),
    'delete.200.instance.name',
    '`metadata.name` is not a string',
    'delete.200.body.metadata.name',
  ],
  [
    'no version in it',
    answer(200, plugin(undefined, { spec: { template: { name: 'node-local-dns' } } })),
    'delete.200.instance.version',
    'the member is absent, as it may be',
  ],
  [
    'no object that would hold the phase',
    answer(200, plugin(undefined, { status: undefined })),
    'delete.200.body.status.phase',
    '`status` is missing',
    'delete.200.body.status',
  ],
];

for (const [title, response, id, reason, from] of UNSEEN) {
  test(`a 200 with ${title}: why ${id} was not observed`, () => {
    const steps = deletion(response);
    const runs = [evidence('installed', steps), evidence('installed-with-body', steps, { from: 100 })];
    const all = judge({ ...given, evidence: runs, source: 'install', settleTimeoutMs: 900_000 });
    const one = all.find((each) => each.id === id);
    const whole = `In every 200 that came ${reason}.`;
    expect([one?.outcome, one?.because]).toEqual([
      'not-observed',
      from === undefined ? { reason: whole } : { reason: whole, requirement: from },
    ]);
  });
}
