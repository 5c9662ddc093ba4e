import { expect } from '@playwright/test';
import { isAccepted, isAccepting } from '../../src/engine/judge/body/read-answer.ts';
import type { Body, Exchange, Purpose, Trouble } from '../../src/engine/model/exchange.ts';
import { poolIn, saysWhatIsThere, shownIn, viewIn, viewsIn } from '../../src/lifecycle/effects/snapshot.ts';
import { test } from '../own-test.ts';
import { answer, evidence, NEIGHBOUR, note, raw } from '../rules/build.ts';
import { resource } from '../suites/notes/api.ts';

function exchange(purpose: Purpose, body: Partial<Body>, trouble?: Trouble): Exchange {
  const step = { purpose, response: raw(200, body), ...(trouble === undefined ? {} : { trouble }) };
  const [only] = evidence('there', [step]).exchanges;
  if (only === undefined) throw new Error('There is no exchange.');
  return only;
}

const LIST = JSON.stringify({ notes: [NEIGHBOUR] });
const SHOW = JSON.stringify(note());

/** A text with a byte in it that no UTF-8 has. */
function broken(text: string): Partial<Body> {
  const bytes = Buffer.from(text.replace('ready', 'read\u00FF'), 'latin1');
  return { encoding: 'base64', data: bytes.toString('base64') };
}

test('the walk and the judge read a List and a Show that are UTF-8, and none that are not', () => {
  for (const [list, show, isRead] of [
    [{ data: LIST }, { data: SHOW }, true],
    [broken(LIST), broken(SHOW), false],
  ] as const) {
    const [listed, shown] = [exchange('list', list), exchange('settle', show)];
    const read = [
      viewsIn(resource, listed),
      poolIn(resource, listed),
      shownIn(resource, shown),
      viewIn(resource, shown),
    ];
    expect(read.map((one) => one !== null)).toEqual(Array(4).fill(isRead));
    expect(saysWhatIsThere(resource, shown)).toBe(isRead);
  }
});

test('of a Show that was not kept whole the walk reads what is there, and nothing of it is compared', () => {
  const condensed = { bytes: 1, sha256: '', state: 'json', partial: true, whole: null } as const;
  const show = exchange('settle', { data: SHOW, condensed });
  const readShown: typeof resource.readShown = (value) => {
    const view = resource.readShown(value);
    return view === null ? null : { ...view, inputs: 'some' };
  };
  const withInputs = { ...resource, readShown };
  expect(shownIn(withInputs, show)).toMatchObject({ spec: expect.anything(), inputs: 'some' });
  expect(viewIn(withInputs, show)?.what).toEqual({
    ...shownIn(withInputs, show),
    spec: undefined,
    inputs: undefined,
  });
});

test('a 2xx that broke off accepts a request, and is no accepted answer', () => {
  const [whole, cut] = [undefined, { kind: 'cut', message: 'It broke off.' } as const].map((trouble) =>
    exchange('settle', { data: SHOW }, trouble),
  ) as [Exchange, Exchange];
  expect([isAccepting(whole), isAccepted(whole)]).toEqual([true, true]);
  expect([isAccepting(cut), isAccepted(cut)]).toEqual([true, false]);
  expect(isAccepting({ ...whole, response: answer(301, {}) })).toBe(false);
});
