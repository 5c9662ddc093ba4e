import { expect } from '@playwright/test';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { test } from '../own-test.ts';
import { ACCEPTED, CANARY, changed, type Entry, entryOf, HOST, harOf, PLUGIN, written } from './har.ts';
import { allWritten, idsOf, judged } from './judged.ts';

type Change = (entry: Entry) => void;

/** How a 200 may stand in a recording, and what becomes of its body and of all of it. */
const QUIRKS: readonly (readonly [title: string, change: Change, json: Outcome, exit: number])[] = [
  ['as Chromium exports it', () => undefined, 'passed', 0],
  ['with names of headers in other letter case', ({ response }) => rename(response.headers), 'passed', 0],
  [
    'of a brotli answer whose text is decoded',
    ({ response }) => response.headers.push({ name: 'content-encoding', value: 'br' }),
    'passed',
    0,
  ],
  [
    'in base64',
    ({ response: { content } }) => {
      content['text'] = Buffer.from(JSON.stringify(ACCEPTED)).toString('base64');
      content['encoding'] = 'base64';
    },
    'passed',
    0,
  ],
  ['whose text has a byte order mark', ({ response: { content } }) => prefix(content, '\uFEFF'), 'passed', 0],
  ['without the headers of the answer', ({ response }) => response.headers.splice(0), 'passed', 0],
  ['without its text', ({ response: { content } }) => delete content['text'], 'inconclusive', 3],
  [
    'without its text, and with a size of nothing',
    ({ response: { content } }) => {
      delete content['text'];
      content['size'] = 0;
    },
    'inconclusive',
    3,
  ],
  [
    'with a text of nothing, though it has a size',
    ({ response: { content } }) => {
      content['text'] = '';
    },
    'inconclusive',
    3,
  ],
  ["as Playwright's recorder leaves it beside the file", attached, 'inconclusive', 3],
  ['that the tool cut off', ({ response: { content } }) => cut(content), 'inconclusive', 3],
  [
    'that the tool cut off, and said so',
    ({ response: { content } }) => {
      cut(content);
      delete content['size'];
      content['_truncated'] = true;
    },
    'inconclusive',
    3,
  ],
  [
    'that is really empty',
    ({ response }) => {
      response.content = { size: 0, mimeType: 'application/json', text: '' };
      response.bodySize = 0;
      response.headers.push({ name: 'Content-Length', value: '0' });
    },
    'failed',
    1,
  ],
  [
    'that is no JSON',
    ({ response: { content } }) => {
      content['text'] = 'deleted';
      content['size'] = 7;
    },
    'failed',
    1,
  ],
  [
    'in a form that the tool could not decode',
    ({ response }) => {
      response.headers.push({ name: 'content-encoding', value: 'zstd' });
      response.content['text'] = '(\uFFFD/\uFFFD\u0004';
      response.content['size'] = 4;
    },
    'inconclusive',
    3,
  ],
  [
    'that broke off',
    ({ response }) => {
      response._error = 'net::ERR_CONTENT_LENGTH_MISMATCH';
    },
    'not-observed',
    3,
  ],
];

for (const [title, change, json, exit] of QUIRKS) {
  test(`a 200 ${title}: its JSON ${json}, exit ${exit}`, async () => {
    const { report } = await judged(written(harOf([changed(200, change)])));
    const ofJson = report.requirements.find(({ id }) => id === 'delete.200.json');
    expect([ofJson?.outcome, report.run.exitCode]).toEqual([json, exit]);
    if (exit !== 1) expect(idsOf(report, 'failed')).toEqual([]);
  });
}

function rename(headers: Entry['response']['headers']): void {
  for (const [at, { name, value }] of headers.entries()) headers[at] = { name: name.toUpperCase(), value };
}

function prefix(content: Entry['response']['content'], mark: string): void {
  content['text'] = `${mark}${String(content['text'])}`;
}

function cut(content: Entry['response']['content']): void {
  content['text'] = String(content['text']).slice(0, 60);
}

function attached({ response }: Entry): void {
  response.content = { size: 300, mimeType: 'application/json', _file: '3f1c.json' };
}

/** What an answer of this status, and its request, makes of the requirement of the status, and of all. */
const STATUSES: readonly (readonly [status: number, outcome: Outcome, exit: number, change?: Change])[] = [
  [200, 'passed', 0],
  [400, 'passed', 0],
  [201, 'failed', 1],
  [204, 'failed', 1],
  [418, 'failed', 1],
  [500, 'failed', 1],
  [404, 'not-observed', 0],
  [405, 'not-observed', 0],
  [409, 'not-observed', 0],
  [401, 'not-observed', 0, withoutCredentials],
  [403, 'not-observed', 0, withoutCredentials],
  [401, 'inconclusive', 3],
  [403, 'inconclusive', 3],
  [429, 'inconclusive', 3],
  [502, 'inconclusive', 3],
  [503, 'inconclusive', 3],
  [504, 'inconclusive', 3],
  [302, 'inconclusive', 3],
  [0, 'inconclusive', 3],
];

for (const [status, outcome, exit, change = () => undefined] of STATUSES) {
  test(`an answer ${status}${change === withoutCredentials ? ' without credentials' : ''}: ${outcome}, exit ${exit}`, async () => {
    const { report } = await judged(written(harOf([changed(status, change)])));
    const ofStatus = report.requirements.find(({ id }) => id === 'delete.status.documented');
    expect([ofStatus?.outcome, report.run.exitCode]).toEqual([outcome, exit]);
  });
}

function withoutCredentials({ request }: Entry): void {
  request.headers.splice(0);
}

test('what says nothing gives way to what does, and a redirect is judged where others are answered', async () => {
  const troubled = await judged(written(harOf([entryOf(429), entryOf(0), entryOf(200)])));
  expect([troubled.report.run.exitCode, idsOf(troubled.report, 'inconclusive')]).toEqual([0, []]);
  const redirected = await judged(written(harOf([entryOf(302), entryOf(200)])));
  expect(idsOf(redirected.report, 'failed')).toEqual(['delete.status.documented']);
});

test('a preflight, other methods and other paths are no operation, and the base is taken away where it is given', async () => {
  const other = (method: string, url: string) =>
    changed(418, ({ request }) => Object.assign(request, { method, url }));
  const strangers = [
    other('OPTIONS', PLUGIN),
    other('PUT', PLUGIN),
    other('DELETE', `${PLUGIN}/more`),
    other('DELETE', `${HOST}/gateway${new URL(PLUGIN).pathname}`),
    other('DELETE', 'data:text/plain,none'),
  ];
  const path = written(harOf(strangers));
  const none = await judged(path);
  expect([none.report.run.exitCode, none.exchanges]).toEqual([3, []]);
  expect(none.report.reason).toContain(`\`${HOST}/gateway\``);
  const below = await judged(path, `${HOST}/gateway/`);
  expect([below.report.run.exitCode, below.exchanges.length]).toEqual([1, 1]);
  expect((await judged(path, `${HOST}/gate`)).exchanges).toEqual([]);
});

test('no credential of the file is in what is written, wherever it stands', async () => {
  const secrets = Array.from(
    { length: 12 },
    (_, at) => `canary${at}-${Buffer.from(`${at}`.repeat(12)).toString('hex')}`,
  );
  const [cookie, set, query, form, password, subject, basic, bearer, params, signed, user, late] = secrets;
  const entry = changed(200, ({ request, response }) => {
    request.url = `${PLUGIN}?token=${query}`;
    request.headers.push(
      { name: 'Cookie', value: `a=1; session=${cookie}` },
      { name: 'authorization', value: `Basic ${Buffer.from(`me:${basic}`).toString('base64')}` },
      { name: 'Proxy-Authorization', value: `Bearer ${bearer}` },
    );
    request.cookies.push({ name: 'session', value: cookie ?? '' });
    request.queryString.push({ name: 'token', value: query ?? '' });
    response.headers.push({ name: 'set-cookie', value: `id=${set}; Path=/; HttpOnly` });
    // What the target echoes is one too.
    const echoed = {
      ...ACCEPTED,
      metadata: { ...ACCEPTED.metadata, note: `${CANARY} ${secrets.join(' ')}` },
    };
    response.content = { size: -1, mimeType: 'application/json', text: JSON.stringify(echoed) };
  });
  const iam = changed(201, ({ request, response }) => {
    request.method = 'POST';
    request.url = `https://user:${user}@iam.example.com/v3/auth/tokens`;
    const text = JSON.stringify({ auth: { identity: { password: { user: { name: 'me', password } } } } });
    request.postData = { mimeType: 'application/json', text };
    response.headers.push({ name: 'X-Subject-Token', value: subject ?? '' });
  });
  const login = changed(200, ({ request }) => {
    request.method = 'POST';
    request.url = 'https://login.example.com/';
    request.headers.push({
      name: 'Authorization',
      value: `SDK-HMAC-SHA256 Access=AKAKAKAK, SignedHeaders=host, Signature=${signed}`,
    });
    request.postData = {
      mimeType: 'application/x-www-form-urlencoded',
      text: `client_secret=${form}`,
      params: [{ name: 'client_secret', value: params ?? '' }],
    };
  });
  // One that stands behind the exchange that has it is known before anything is written.
  const after = changed(200, ({ request }) => {
    request.url = 'https://other.example.com/';
    request.headers.push({ name: 'X-Api-Key', value: late ?? '' });
  });
  const { report } = await judged(written(harOf([iam, entry, login, after])));
  expect(report.run.exitCode).toBe(0);
  const all = allWritten();
  for (const secret of [CANARY, ...secrets]) {
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').slice(0, -4)];
    expect([secret, forms.filter((form) => all.includes(form))]).toEqual([secret, []]);
  }
});

test('a value of a cookie that is a word of the answer is left in it', async () => {
  const entry = changed(200, ({ request }) => {
    request.cookies.push({ name: 'phase', value: 'Running' }, { name: 'kind', value: 'application/json' });
    request.headers.push({ name: 'cookie', value: 'phase=Running; pool=pool-4cd084d36f8bd3346036' });
  });
  const { report, exchanges } = await judged(written(harOf([entry])));
  expect(report.run.exitCode).toBe(0);
  expect(exchanges[0]?.response?.body.data).toBe(JSON.stringify(ACCEPTED));
  expect(exchanges[0]?.request.headers).toContainEqual(['cookie', '[REDACTED]']);
});

test('the faces say whose recording it is, and none calls it conformant', async () => {
  const { report } = await judged(written(harOf([entryOf(200)], { name: 'Playwright', version: '1.65.1' })));
  expect(report.recording).toMatchObject({ creator: 'Playwright 1.65.1', exchanges: 1, own: false });
  const all = allWritten();
  expect(all.match(/Judged from a recording of Playwright 1\.65\.1\./g)?.length).toBeGreaterThanOrEqual(3);
  expect(all).not.toMatch(/conformant/i);
  expect(all).toContain('Nothing broken');
});

test('two reports of one recording are equal', async () => {
  const path = written(harOf([entryOf(200), entryOf(400), entryOf(500)]));
  await judged(path);
  const first = allWritten();
  await judged(path);
  expect(allWritten()).toBe(first);
});
