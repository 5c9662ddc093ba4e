import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { test } from '../own-test.ts';
import {
  answer,
  DELETED,
  deletion,
  evidence,
  note,
  PROBLEM,
  raw,
  refusal,
  show,
  TWIN,
  WITH,
  WITHOUT,
} from '../rules/build.ts';
import { lost, type Step, tried } from '../rules/steps.ts';
import { given } from './contract.ts';

const HTML = answer(403, 'no', [['content-type', 'text/html']]);
const LIST_HTML: Step = { purpose: 'list', response: HTML };
const listOf = (status: number): Step => ({ purpose: 'list', response: raw(status, {}) });

const LONG = 'delete.default.ill-formed.note';

/** What one scenario makes of its first probe's requirement. */
const ROWS: readonly (readonly [title: string, scenario: string, id: string, Outcome, readonly Step[]])[] = [
  ['silence once', 'ill-formed', LONG, 'inconclusive', [WITH, lost('silent'), WITH]],
  ['silence twice', 'ill-formed', LONG, 'failed', [WITH, lost('silent'), WITH, lost('silent'), WITH]],
  ['a breach of RFC 9112 once', 'ill-formed', LONG, 'inconclusive', [WITH, lost('malformed'), WITH]],
  [
    'a breach of RFC 9112 twice',
    'ill-formed',
    LONG,
    'failed',
    [WITH, lost('malformed'), WITH, lost('malformed'), WITH],
  ],
  ['no HTTP, then a cut', 'ill-formed', LONG, 'failed', [WITH, lost('not-http'), WITH, lost('cut'), WITH]],
  [
    'silence twice, and List is silent too',
    'ill-formed',
    LONG,
    'inconclusive',
    [WITH, lost('silent'), WITH, lost('silent'), listOf(503)],
  ],
  [
    'nothing sent, twice',
    'ill-formed',
    LONG,
    'inconclusive',
    [WITH, lost('unsent'), WITH, lost('unsent'), WITH],
  ],
  ['an interruption', 'ill-formed', LONG, 'inconclusive', [WITH, lost('interrupted')]],
  [
    'silence, then a 400',
    'ill-formed',
    LONG,
    'passed',
    [WITH, lost('silent'), WITH, tried(answer(400, PROBLEM)), WITH],
  ],
  ['a 403, List answered', 'ill-formed', LONG, 'drift', [WITH, tried(answer(403, PROBLEM)), WITH]],
  [
    'a 403, List refused',
    'ill-formed',
    LONG,
    'inconclusive',
    [WITH, tried(answer(403, PROBLEM)), listOf(403)],
  ],
  [
    'a 403, List answered after a 503 of its own',
    'ill-formed',
    LONG,
    'drift',
    [WITH, tried(answer(403, PROBLEM)), listOf(503), WITH],
  ],
  [
    'a 500 that List gets as well',
    'ill-formed',
    LONG,
    'inconclusive',
    [listOf(500), tried(answer(500, {})), listOf(500)],
  ],
  ['a 500 that List gets after', 'ill-formed', LONG, 'failed', [WITH, tried(answer(500, {})), listOf(500)]],
  ['a redirect for all', 'ill-formed', LONG, 'inconclusive', [listOf(301), tried(raw(302, {})), listOf(302)]],
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
    LONG,
    'inconclusive',
    [LIST_HTML, tried({ ...HTML, status: 404 }), LIST_HTML],
  ],
  [
    'a 503, and the note is gone',
    'ill-formed',
    LONG,
    'failed',
    [WITH, tried(answer(503, {})), WITHOUT, WITHOUT],
  ],
  [
    'a DELETE lost once',
    'there',
    'delete.204.status',
    'inconclusive',
    [WITH, lost('silent'), show('settle', 404), WITHOUT],
  ],
  [
    'a DELETE lost, then a 204',
    'there',
    'delete.204.status',
    'passed',
    [WITH, lost('silent'), show('settle', 404), ...deletion().map((step) => ({ ...step, instance: 2 }))],
  ],
  [
    'a DELETE lost on two instances',
    'there',
    'delete.204.status',
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
    'there',
    'delete.204.status',
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
    'there',
    'delete.204.status',
    'inconclusive',
    [WITH, lost('silent'), WITH, lost('silent'), show('settle', 404)],
  ],
];

function outcome(run: readonly Evidence[], id: string, source: 'install' | 'existing' = 'install') {
  return judge({ ...given, evidence: run, source, settleTimeoutMs: 900_000 }).find((one) => one.id === id);
}

for (const [title, scenario, id, expected, steps] of ROWS) {
  test(`${title}: ${expected}`, () => {
    const run = [evidence(scenario, steps), ...(scenario === 'there' ? [] : [TWIN])];
    expect(outcome(run, id)?.outcome).toBe(expected);
  });
}

test('a lost answer on the next instance is a violation in the next scenario too', () => {
  const first = evidence('there', [WITH, lost('cut', 1, answer(200, note()))]);
  const next = evidence('again', [WITH, lost('cut', 2, answer(200, note()))], { from: 10 });
  expect(outcome([first, next], 'delete.204.status')?.outcome).toBe('inconclusive');
  expect(outcome([first, next], 'delete.204.again')?.outcome).toBe('failed');
});

test('only two instances in a row make a lost answer a violation', () => {
  const cut = (instance: number) => lost('cut', instance, answer(200, note()));
  const fine = (instance: number) => tried(DELETED, instance);
  const lastOf = (...tries: Step[]) => outcome([evidence('there', [WITH, ...tries])], 'delete.204.status');
  expect(lastOf(cut(1), fine(2), cut(3))?.outcome).toBe('inconclusive');
  expect(lastOf(fine(1), cut(2), cut(3))?.outcome).toBe('failed');
});

test('what a scenario that was blocked alone could show is inconclusive, with the cause', () => {
  const blocked = {
    cause: 'The install failed.',
    tried: 'Two were sent.',
    remedy: 'See the notebook.',
    endsRun: true,
  };
  const run = [evidence('there', [], { blocked })];
  for (const id of [
    'delete.204.status',
    'delete.204.body',
    'delete.effect.gone',
    'delete.effect.neighbours',
  ]) {
    const one = outcome(run, id);
    expect([id, one?.outcome]).toEqual([id, 'inconclusive']);
    expect(one?.findings[0]?.message).toBe('The install failed. Two were sent. See the notebook.');
  }
});

test('what another scenario showed is not taken back by one that was blocked', () => {
  const blocked = { cause: 'x', tried: 'y', remedy: 'z', endsRun: false };
  const run = [
    evidence('unknown', refusal(answer(404, PROBLEM))),
    TWIN,
    evidence('repeated', [], { from: 200, blocked }),
  ];
  expect(outcome(run, 'delete.404.body')?.outcome).toBe('passed');
  expect(outcome(run, 'delete.404.body.detail')?.outcome).toBe('not-observed');
  expect(outcome(run, 'delete.404.repeated')?.outcome).toBe('inconclusive');
});

test('with an existing note, what needs a second one does not apply', () => {
  expect(outcome([TWIN], 'delete.204.again', 'existing')?.outcome).toBe('not-applicable');
  expect(outcome([TWIN], 'delete.204.body', 'existing')?.outcome).toBe('passed');
});

test('failed comes before inconclusive, inconclusive before drift, drift before passed', () => {
  const gone = (...steps: Step[]) => [WITH, tried(DELETED), ...steps];
  const second = (steps: readonly Step[]) => evidence('again', steps, { from: 20 });
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
      expect(outcome([evidence('there', worse), second(better)], id)?.outcome).toBe(expected);
      expect(outcome([evidence('there', better), second(worse)], id)?.outcome).toBe(expected);
    }
  });
});
