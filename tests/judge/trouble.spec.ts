import { expect, test } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import {
  answer,
  deletion,
  evidence,
  lost,
  plugin,
  REFUSAL,
  raw,
  type Step,
  show,
  TWIN,
  tried,
  WITH,
  WITHOUT,
} from '../rules/build.ts';
import { given } from './contract.ts';

const HTML = answer(403, 'no', [['content-type', 'text/html']]);
const LIST_HTML: Step = { purpose: 'list', response: HTML };
const listOf = (status: number): Step => ({ purpose: 'list', response: raw(status, {}) });

const POOL = 'delete.400.ill-formed.pool-name';

/** What one scenario makes of its first probe's requirement. */
const ROWS: readonly (readonly [title: string, scenario: string, id: string, Outcome, readonly Step[]])[] = [
  ['silence once', 'ill-formed', POOL, 'inconclusive', [WITH, lost('silent'), WITH]],
  ['silence twice', 'ill-formed', POOL, 'failed', [WITH, lost('silent'), WITH, lost('silent'), WITH]],
  ['a breach of RFC 9112 once', 'ill-formed', POOL, 'inconclusive', [WITH, lost('malformed'), WITH]],
  [
    'a breach of RFC 9112 twice',
    'ill-formed',
    POOL,
    'failed',
    [WITH, lost('malformed'), WITH, lost('malformed'), WITH],
  ],
  ['no HTTP, then a cut', 'ill-formed', POOL, 'failed', [WITH, lost('not-http'), WITH, lost('cut'), WITH]],
  [
    'silence twice, and List is silent too',
    'ill-formed',
    POOL,
    'inconclusive',
    [WITH, lost('silent'), WITH, lost('silent'), listOf(503)],
  ],
  [
    'nothing sent, twice',
    'ill-formed',
    POOL,
    'inconclusive',
    [WITH, lost('unsent'), WITH, lost('unsent'), WITH],
  ],
  ['an interruption', 'ill-formed', POOL, 'inconclusive', [WITH, lost('interrupted')]],
  [
    'silence, then a 400',
    'ill-formed',
    POOL,
    'passed',
    [WITH, lost('silent'), WITH, tried(answer(400, REFUSAL)), WITH],
  ],
  ['a 403, List answered', 'ill-formed', POOL, 'drift', [WITH, tried(answer(403, REFUSAL)), WITH]],
  [
    'a 403, List refused',
    'ill-formed',
    POOL,
    'inconclusive',
    [WITH, tried(answer(403, REFUSAL)), listOf(403)],
  ],
  [
    'a 403, List answered after a 503 of its own',
    'ill-formed',
    POOL,
    'drift',
    [WITH, tried(answer(403, REFUSAL)), listOf(503), WITH],
  ],
  [
    'a 500 that List gets as well',
    'ill-formed',
    POOL,
    'inconclusive',
    [listOf(500), tried(answer(500, {})), listOf(500)],
  ],
  ['a 500 that List gets after', 'ill-formed', POOL, 'failed', [WITH, tried(answer(500, {})), listOf(500)]],
  ['a redirect for all', 'ill-formed', POOL, 'inconclusive', [listOf(301), tried(raw(302, {})), listOf(302)]],
  [
    'HTML for all',
    'credentials',
    'delete.access.no-token',
    'inconclusive',
    [LIST_HTML, tried(HTML), LIST_HTML],
  ],
  [
    'HTML 404 for all',
    'ill-formed',
    POOL,
    'inconclusive',
    [LIST_HTML, tried({ ...HTML, status: 404 }), LIST_HTML],
  ],
  [
    'a 503, and the plug-in is gone',
    'ill-formed',
    POOL,
    'failed',
    [WITH, tried(answer(503, {})), WITHOUT, WITHOUT],
  ],
  [
    'a DELETE lost once',
    'installed',
    'delete.200.status',
    'inconclusive',
    [WITH, lost('silent'), show('settle', 404), WITHOUT],
  ],
  [
    'a DELETE lost, then a 200',
    'installed',
    'delete.200.status',
    'passed',
    [WITH, lost('silent'), show('settle', 404), ...deletion().map((step) => ({ ...step, instance: 2 }))],
  ],
  [
    'a DELETE lost on two instances',
    'installed',
    'delete.200.status',
    'failed',
    [
      WITH,
      lost('silent'),
      show('settle', 404),
      WITH,
      lost('silent', 2),
      { ...show('settle', 404), instance: 2 },
    ],
  ],
  [
    'a DELETE lost on two instances, of which one is still there',
    'installed',
    'delete.200.status',
    'inconclusive',
    [
      WITH,
      lost('silent'),
      show('settle', 404),
      WITH,
      lost('silent', 2),
      { ...show('settle', 200), instance: 2 },
    ],
  ],
  [
    'a DELETE lost twice on one instance',
    'installed',
    'delete.200.status',
    'inconclusive',
    [WITH, lost('silent'), WITH, lost('silent'), show('settle', 404)],
  ],
];

function outcome(run: readonly Evidence[], id: string, source: 'install' | 'existing' = 'install') {
  return judge({ ...given, evidence: run, source, settleTimeoutMs: 900_000 }).find((one) => one.id === id);
}

for (const [title, scenario, id, expected, steps] of ROWS) {
  test(`${title}: ${expected}`, () => {
    const run = [evidence(scenario, steps), ...(scenario === 'installed' ? [] : [TWIN])];
    expect(outcome(run, id)?.outcome).toBe(expected);
  });
}

test('a lost answer on the next instance is a violation in the next scenario too', () => {
  const first = evidence('installed', [WITH, lost('cut', 1, answer(200, plugin()))]);
  const next = evidence('installed-with-body', [WITH, lost('cut', 2, answer(200, plugin()))], { from: 10 });
  expect(outcome([first, next], 'delete.200.status')?.outcome).toBe('inconclusive');
  expect(outcome([first, next], 'delete.200.with-body')?.outcome).toBe('failed');
});

test('only two instances in a row make a lost answer a violation', () => {
  const cut = (instance: number) => lost('cut', instance, answer(200, plugin()));
  const fine = (instance: number) => tried(answer(200, plugin()), instance);
  const lastOf = (...tries: Step[]) =>
    outcome([evidence('installed', [WITH, ...tries])], 'delete.200.status');
  expect(lastOf(cut(1), fine(2), cut(3))?.outcome).toBe('inconclusive');
  expect(lastOf(fine(1), cut(2), cut(3))?.outcome).toBe('failed');
});

test('what a scenario that was blocked alone could show is inconclusive, with the cause', () => {
  const blocked = {
    cause: 'The install failed.',
    tried: 'Two were sent.',
    remedy: 'See the pool.',
    endsRun: true,
  };
  const run = [evidence('installed', [], { blocked })];
  for (const id of [
    'delete.200.status',
    'delete.200.body',
    'delete.effect.gone',
    'delete.effect.neighbours',
  ]) {
    const one = outcome(run, id);
    expect([id, one?.outcome]).toEqual([id, 'inconclusive']);
    expect(one?.findings[0]?.message).toBe('The install failed. Two were sent. See the pool.');
  }
});

test('what another scenario showed is not taken back by one that was blocked', () => {
  const blocked = { cause: 'x', tried: 'y', remedy: 'z', endsRun: false };
  const run = [TWIN, evidence('installed-with-body', [], { from: 200, blocked })];
  expect(outcome(run, 'delete.200.body')?.outcome).toBe('passed');
  expect(outcome(run, 'delete.200.body.status.values')?.outcome).toBe('not-observed');
  expect(outcome(run, 'delete.200.with-body')?.outcome).toBe('inconclusive');
});

test('with an existing plug-in, what needs a second one does not apply', () => {
  expect(outcome([TWIN], 'delete.200.with-body', 'existing')?.outcome).toBe('not-applicable');
  expect(outcome([TWIN], 'delete.200.body', 'existing')?.outcome).toBe('passed');
});

test('failed comes before inconclusive, inconclusive before drift, drift before passed', () => {
  const gone = (...steps: Step[]) => [WITH, tried(answer(200, plugin())), ...steps];
  const second = (steps: readonly Step[]) => evidence('installed-with-body', steps, { from: 20 });
  const failing = gone(show('settle', 200), WITH);
  const troubled = gone(show('settle', 500), WITH);
  const drifting = gone(show('settle', 410), show('settle', 410), WITHOUT);
  const order: readonly (readonly [readonly Step[], Outcome])[] = [
    [failing, 'failed'],
    [troubled, 'inconclusive'],
    [drifting, 'drift'],
    [deletion(), 'passed'],
  ];
  order.forEach(([worse, expected], at) => {
    for (const [better] of order.slice(at)) {
      const id = 'delete.effect.gone';
      expect(outcome([evidence('installed', worse), second(better)], id)?.outcome).toBe(expected);
      expect(outcome([evidence('installed', better), second(worse)], id)?.outcome).toBe(expected);
    }
  });
});
