import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { test } from '../own-test.ts';
import { ask, CREATE, LIST, pathOf } from './ask.ts';

test('close ends idle, kept and half-answered connections at once', async () => {
  const mock = await startMock({ deviation: 'never-ending' });
  const { hostname, port } = new URL(mock.endpoint);
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve) => {
    const kept = request({ hostname, port, path: '/', agent }, (response) =>
      response.resume().on('end', resolve),
    );
    kept.end();
  });
  const idle = connect(Number(port), hostname);
  const idleEnded = new Promise((resolve) => idle.on('close', resolve));
  await new Promise((resolve) => idle.on('connect', resolve));
  await ask(mock, 'POST', LIST, { body: CREATE });
  const endless = ask(mock, 'DELETE', pathOf(), { timeoutMs: 30_000 });
  await expect.poll(() => mock.requests()).toBe(3);

  await mock.close();
  await idleEnded;
  expect((await endless).trouble).toBe('broken off');
  expect((await ask(mock, 'GET', LIST)).status).toBe(0);
  agent.destroy();
});

test('two mocks stand side by side and know nothing of each other', async () => {
  const [one, other] = await Promise.all([startMock(), startMock()]);
  await ask(one, 'POST', LIST, { body: CREATE });
  expect((await ask(one, 'GET', pathOf())).status).toBe(200);
  expect((await ask(other, 'GET', pathOf())).status).toBe(404);
  await Promise.all([one.close(), other.close()]);
});

test('a port that is taken and an unknown deviation are errors', async () => {
  const mock = await startMock();
  await expect(startMock({ port: Number(new URL(mock.endpoint).port) })).rejects.toThrow('EADDRINUSE');
  await expect(startMock({ deviation: 'no-such' })).rejects.toThrow('The mock has no deviation `no-such`.');
  await mock.close();
});
