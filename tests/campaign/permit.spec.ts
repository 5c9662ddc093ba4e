import { expect } from '@playwright/test';
import { readSettings } from '../../src/app/settings/read.ts';
import { ask } from '../../src/lifecycle/walk/ask.ts';
import { newRun, planOf } from '../../src/lifecycle/walk/plan.ts';
import { list, show } from '../../src/lifecycle/walk/pool.ts';
import { openSession } from '../../src/lifecycle/walk/session.ts';
import { initialState } from '../../src/lifecycle/walk/state.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { modelartsPlugins } from '../../src/suites/modelarts-plugins/suite.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { answering, hangingUp, type Passing, startDisturbed } from './disturbed.ts';
import { idsOf, liveSettings, run, walkOf as wordsOf } from './run.ts';
import { erase, INSTALLED, install, refused, THERE, walkAt, withWalk } from './walk-at.ts';

for (const method of ['DELETE', 'PUT', 'POST']) {
  test(`a ${method} of a plug-in that the ledger does not name is not sent`, () =>
    withWalk(async (walk, mock) => {
      walk.state.current = INSTALLED;
      await list(walk, null);
      await show(walk, 'read-back', null);
      await expect(erase(walk, method)).rejects.toMatchObject(refused);
      expect(mock.requests()).toBe(2);
    }));
}

test('a DELETE of a plug-in that the ledger says is gone is not sent', () =>
  withWalk(async (walk, mock) => {
    install(walk);
    walk.ledger.write('gone', INSTALLED);
    await show(walk, 'read-back', null);
    await expect(erase(walk)).rejects.toMatchObject(refused);
    expect(mock.requests()).toBe(1);
  }));

test('a DELETE of a plug-in that was not read back is not sent', () =>
  withWalk(async (walk, mock) => {
    install(walk);
    await expect(erase(walk)).rejects.toMatchObject(refused);
    expect(mock.requests()).toBe(0);
  }));

test('a DELETE of a plug-in that was read back as another instance is not sent', () =>
  withWalk(async (walk, mock) => {
    install(walk);
    walk.state.current = { ...INSTALLED, creationTimestamp: '2026-03-17T12:29:19Z' };
    await show(walk, 'read-back', null);
    await expect(erase(walk)).rejects.toMatchObject(refused);
    expect(mock.requests()).toBe(1);
  }));

test('one look permits one DELETE', () =>
  withWalk(async (walk, mock) => {
    install(walk);
    await show(walk, 'read-back', null);
    expect((await erase(walk)).response?.status).toBe(200);
    await expect(erase(walk)).rejects.toMatchObject(refused);
    expect(mock.requests()).toBe(2);
  }));

test('a DELETE of a name is sent once both List and Show have denied it', () =>
  withWalk(
    async (walk) => {
      await list(walk, null);
      await expect(erase(walk)).rejects.toMatchObject(refused);
      await show(walk, 'read-back', null);
      expect((await erase(walk)).response?.status).toBe(400);
      await show(walk, 'read-back', null);
      await expect(erase(walk)).rejects.toMatchObject(refused);
    },
    {},
    [],
  ));

test('a DELETE of another name than that of the settings is a probe, or not sent', () =>
  withWalk(async (walk, mock) => {
    await expect(erase(walk, 'DELETE', 'log-agent')).rejects.toMatchObject(refused);
    expect(mock.requests()).toBe(0);
  }));

test("a probe of a name that List just named, or Show just gave, as somebody's is not sent", () =>
  withWalk(
    async (walk, mock) => {
      const names = { ...walk.plan.names, item: 'node-local-dn' };
      const probe = () =>
        ask(walk, {
          ...{ purpose: 'probe', operation: 'DeletePlugin', method: 'DELETE', names, probe: 'prefix' },
        } as const);
      // Nothing was looked at yet.
      await expect(probe()).rejects.toMatchObject({ name: 'StaleLookError' });
      await list(walk, null);
      expect((await probe()).response?.status).toBe(400);
      await show(walk, 'read-back', null, { ...names, item: 'node-local-dns' });
      expect((await probe()).response?.status).toBe(400);
      names.item = 'log-agent';
      await list(walk, null);
      await expect(probe()).rejects.toMatchObject(refused);
      const other = walkAt(mock);
      await show(other, 'read-back', null, names);
      const asked = {
        purpose: 'probe',
        operation: 'DeletePlugin',
        method: 'DELETE',
        probe: 'prefix',
      } as const;
      await expect(ask(other, { ...asked, names })).rejects.toMatchObject(refused);
      expect(mock.requests()).toBe(6);
    },
    {},
    [{ ...THERE, templateName: 'log-agent' }],
  ));

test('with `existing` the given instance need not stand in the ledger', () =>
  withWalk(
    async (walk) => {
      walk.state.current = INSTALLED;
      await show(walk, 'read-back', null);
      expect((await erase(walk)).response?.status).toBe(200);
    },
    { MODELARTS_PLUGIN_SOURCE: 'existing' },
  ));

test('nothing is sent that is not armed, whoever asks', async () => {
  const mock = await startMock();
  const environment = { ...liveSettings(mock.endpoint), MODELARTS_ALLOW_DELETE: 'other.example.com' };
  const commandLine = { plan: true };
  const settings = readSettings({
    environment,
    dotenv: null,
    proxyFor: () => '',
    directory: '/',
    commandLine,
  });
  const facts = newRun(null);
  const options = {
    ...{ state: initialState(1), from: 0, signal: new AbortController().signal },
    ...{ voice: lineVoice(() => undefined), onExchange: () => undefined },
  };
  expect(() => openSession(planOf(settings, facts, modelartsPlugins), options)).toThrow('not armed');
  await mock.close();
});

const isDelete = ({ method, own }: Passing) => method === 'DELETE' && own;

test('a throttled DELETE is sent again only after another look, and not to an instance that came meanwhile', async () => {
  const mock = await startMock();
  const disturbed = await startDisturbed(mock, (p) => {
    const isThrottled = disturbed.passed.some(isDelete);
    if (isDelete(p) && p.before === 0) return answering(429, { 'retry-after': '0' });
    return isThrottled && p.method === 'GET' && p.own
      ? {
          after: (response, { status, body }) =>
            response
              .writeHead(status)
              .end(body.replace(/"creationTimestamp":"\d+/, '"creationTimestamp":"1999')),
        }
      : null;
  });
  const finished = await run(liveSettings(disturbed.endpoint));
  expect(disturbed.passed.filter(isDelete)).toHaveLength(1);
  expect(wordsOf(finished).join()).toContain('probe DELETE 429,list GET 200,look GET 200,read-back GET 200');
  // Whoever replaced it: from its install until a DELETE is accepted the instance stays what it was.
  expect(idsOf(finished.input.report, 'failed')).toEqual(['delete.effect.refused-unchanged']);
  await disturbed.close();
  await mock.close();
});

const THROTTLED = answering(429, { 'retry-after': '0' });

for (const [what, ...disturbances] of [
  ['throttled', THROTTLED],
  ['answered 503', answering(503)],
  ['cut off', hangingUp],
  ['throttled first and then cut off', THROTTLED, hangingUp],
] as const) {
  test(`a wrong token that is ${what} is sent at most twice in a run, and never with the user's own${slowIf(what !== 'throttled')}`, async () => {
    const mock = await startMock();
    const wrong: string[] = [];
    const disturbed = await startDisturbed(mock, ({ headers }) => {
      const token = headers['x-auth-token'];
      if (typeof token !== 'string' || token === mock.options.tokens[0]) return null;
      wrong.push(token);
      return disturbances[wrong.length - 1] ?? disturbances.at(-1) ?? null;
    });
    await run(liveSettings(disturbed.endpoint));
    expect(wrong).toEqual(Array(2).fill('this-token-is-not-valid'));
    await disturbed.close();
    await mock.close();
  });
}
