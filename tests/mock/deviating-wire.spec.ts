import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { bodyOf, type Came } from './ask.ts';
import { deleteTwice } from './delete-twice.ts';

const text = (came: Came) => came.bytes.toString('latin1');
const utf8 = (came: Came) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(came.bytes);
const type = (came: Came) => came.headers['content-type'];
const names = (came: Came, member: string) => text(came).split(`"${member}":`).length - 1;

/** What each deviation of the wire is, at the answer that it changes. */
const WIRE: Readonly<Record<string, (ok: Came, bad: Came) => void>> = {
  'status-202': (ok) => expect(ok.status).toBe(202),
  'status-204': (ok) =>
    expect([ok.status, ok.bytes.length, ok.headers['content-length']]).toEqual([204, 0, undefined]),
  'silent-delete': (ok) => expect([ok.status, ok.trouble]).toEqual([0, 'timed out']),
  'hangs-up': (ok) => expect([ok.status, ok.trouble]).toEqual([0, 'broken off']),
  'not-http': (ok) => expect([ok.status, ok.trouble]).toEqual([0, 'broken off']),
  'cut-answer': (ok) => {
    expect([ok.status, ok.trouble]).toEqual([200, 'broken off']);
    expect(ok.bytes.length).toBe(Math.floor(Number(ok.headers['content-length']) / 2));
  },
  'never-ending': (ok) => {
    expect([ok.status, ok.trouble]).toEqual([200, 'timed out']);
    expect(bodyOf(ok)).toHaveProperty('kind', 'Plugin');
  },
  'text-plain': (ok) => expect(type(ok)).toMatch(/^text\/plain/),
  'html-400': (_ok, bad) => expect(type(bad)).toMatch(/^text\/html/),
  'broken-json': (ok) => expect(() => bodyOf(ok)).toThrow(SyntaxError),
  'trailing-text': (ok) => {
    expect(() => bodyOf(ok)).toThrow(SyntaxError);
    expect(JSON.parse(text(ok).replace(/\nOK$/, ''))).toHaveProperty('kind', 'Plugin');
  },
  'broken-json-400': (_ok, bad) => expect(() => bodyOf(bad)).toThrow(SyntaxError),
  'byte-order-mark': (ok) => expect(utf8(ok)).toMatch(/^\uFEFF\{/),
  'bad-utf-8-400': (_ok, bad) => {
    expect(() => utf8(bad)).toThrow(TypeError);
    expect(JSON.parse(text(bad))).toHaveProperty('error_code', 'ModelArts.50004000');
  },
  'duplicate-members': (ok) =>
    expect([names(ok, 'apiVersion'), text(ok).split('"kind":"Plugin"').length]).toEqual([3, 3]),
  'duplicate-members-400': (_ok, bad) =>
    expect([names(bad, 'error_code'), names(bad, 'error_msg')]).toEqual([2, 1]),
  'extra-member': (ok) => expect(bodyOf(ok)).toHaveProperty('deletionPolicy'),
  'extra-member-400': (_ok, bad) => expect(bodyOf(bad)).toHaveProperty('deletionPolicy'),
  'stack-trace': (_ok, bad) =>
    expect(bodyOf(bad)).toHaveProperty('error_msg', expect.stringMatching(/\n\tat .*\.java:212\)/)),
};

for (const [name, check] of Object.entries(WIRE)) {
  test(`${name} does on the wire what its title says`, async () => check(...(await deleteTwice(name))));
}

test('a DELETE that is not answered is carried out @slow', async () => {
  for (const deviation of ['silent-delete', 'hangs-up', 'cut-answer', 'not-http', 'never-ending']) {
    const [, repeated] = await deleteTwice(deviation);
    expect([repeated.status, deviation]).toEqual([400, deviation]);
  }
});
