import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';

test('one request is answered', async ({ request }) => {
  const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect((await request.get(`http://127.0.0.1:${port}/`)).status()).toBe(200);
  server.close();
});
