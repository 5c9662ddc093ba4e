import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { ACCEPTED, CANARY, changed, harOf, PLUGIN, written } from './har.ts';
import { allWritten, judged } from './judged.ts';

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
