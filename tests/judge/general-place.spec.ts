import { expect } from '@playwright/test';
import { generalPointer, generalSteps } from '../../src/engine/judge/general-place.ts';
import type { Holding } from '../../src/engine/model/contract.ts';
import { FULL_200 } from '../contract/full-bodies.ts';
import { responseOf } from '../contract/the-contract.ts';
import { test } from '../own-test.ts';

const { holds } = await responseOf(200);
const undocumented = (): Holding => ({ items: false, freeNames: false });

/** The place that a pointer into a 200 with this `status` has. */
function inStatus(status: unknown, pointer: string): string {
  return generalPointer(pointer, { value: { ...FULL_200, status }, holds });
}

for (const [title, pointer, place] of [
  ['the body', '', ''],
  ['a documented member', '/status/phase', '/status/phase'],
  ['a member of an item', '/status/resources/0/replicas', '/status/resources/*/replicas'],
  ['a value of a map in an item', '/status/resources/1/limits/cpu', '/status/resources/*/limits/*'],
  ['a map whose values are anything', '/spec/template/inputs/dns', '/spec/template/inputs/*'],
  ['what lies below such a value', '/spec/template/inputs/dns/a', '/spec/template/inputs/*/a'],
  ['a member that no page names', '/status/extra', '/status/extra'],
  ['a member with a slash and a tilde in its name', '/a~1b~0c', '/a~1b~0c'],
] as const) {
  test(`the place of ${title} in a body as it is documented`, () => {
    const inputs = { dns: { a: 1 } };
    const value = { ...FULL_200, 'a/b~c': 1, spec: { template: { name: 'x', inputs } } };
    expect(generalPointer(pointer, { value, holds })).toBe(place);
  });
}

for (const [title, status, pointer, place] of [
  ['digits that are the name of a member', { 0: {} }, '/status/0/x', '/status/0/x'],
  [
    'digits that are names where an array is documented',
    { resources: { 0: { limits: {} } } },
    '/status/resources/0/limits',
    '/status/resources/0/limits',
  ],
  ['an array where no page names one', { extra: [[{ 7: 1 }]] }, '/status/extra/0/0/7', '/status/extra/*/*/7'],
  ['an array where an object is documented', [{ phase: 1 }], '/status/0/phase', '/status/*/phase'],
  ['a name of a map that is digits', at({ limits: { 3: 1 } }), '/status/resources/0/limits/3', MAP()],
  ['a name of a map that is `*`', at({ limits: { '*': 1 } }), '/status/resources/0/limits/*', MAP()],
  ['a name of a map with a slash', at({ limits: { 'a/b': 1 } }), '/status/resources/0/limits/a~1b', MAP()],
  ['a name of a map with a tilde', at({ limits: { '~1': 1 } }), '/status/resources/0/limits/~01', MAP()],
  ['an array in a map', at({ limits: { a: [1] } }), '/status/resources/0/limits/a/0', `${MAP()}/*`],
  ['an array in the place of a map', at({ limits: [1] }), '/status/resources/0/limits/0', MAP()],
  [
    'a name that every object seems to have',
    at({ limits: {} }),
    '/status/resources/0/limits/__proto__',
    MAP(),
  ],
  ['a member that is called `*`', { '*': 1 }, '/status/*', '/status/*'],
  ['an empty name', { '': [1] }, '/status//0', '/status//*'],
] as const) {
  test(`the place of ${title}`, () => {
    expect(inStatus(status, pointer)).toBe(place);
  });
}

function at(resource: object): object {
  return { resources: [resource] };
}

function MAP(): string {
  return '/status/resources/*/limits/*';
}

test('what the body does not reach is told by what is documented', () => {
  const unread = { value: undefined, holds };
  expect(generalPointer('/status/resources/4/limits/4', unread)).toBe('/status/resources/*/limits/*');
  expect(generalPointer('/spec/template/inputs/4', unread)).toBe('/spec/template/inputs/*');
  expect(generalPointer('/status/4/resources', unread)).toBe('/status/4/resources');
  expect(generalPointer('/status/resources/04', unread)).toBe('/status/resources/04');
  expect(generalPointer('/a/4', { value: undefined, holds: undocumented })).toBe('/a/4');
});

test('of a body that nobody documents the arrays alone are told', () => {
  const value = { limits: { a: 1 }, list: [{ 0: [1] }] };
  expect(generalPointer('/limits/a', { value, holds: undocumented })).toBe('/limits/a');
  expect(generalPointer('/list/0/0/0', { value, holds: undocumented })).toBe('/list/*/0/*');
});

test('steps say themselves what is an index', () => {
  expect(generalSteps(['status', 'resources', 0, 'limits', '0'], holds)).toBe('/status/resources/*/limits/*');
  expect(generalSteps(['status', 'resources', '0', 'limits'], holds)).toBe('/status/resources/0/limits');
  expect(generalSteps([], holds)).toBe('');
});
