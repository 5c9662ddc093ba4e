import { expect } from '@playwright/test';
import { theBrowser } from '../browser.ts';
import { BUILT, type CONFIG, PLAYWRIGHT, type Running, start } from './command.ts';

/** Playwright's test server as an editor has it. */
export interface Editor {
  readonly server: Running;
  /** Calls a method of the server's protocol, and gives what it answers. */
  readonly call: (method: string, params?: object) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a test server, and speaks to it over its own protocol: JSON over a WebSocket, which a browser has. With the
 * configuration of a clone, as an editor has it, or in less time with the same as the build left it.
 */
export async function startEditor(
  environment: Readonly<Record<string, string>>,
  config: typeof CONFIG | typeof BUILT = BUILT,
): Promise<Editor> {
  const own = config === BUILT ? { PW_DISABLE_TS_ESM: '1', ...environment } : environment;
  const server = start(['test-server', '--config', config, '--host', '127.0.0.1'], own, PLAYWRIGHT);
  await expect.poll(server.printed, { timeout: 60_000 }).toMatch(/ws:\S+/);
  const [url = ''] = /ws:\S+/.exec(server.printed()) ?? [];
  const browser = await theBrowser();
  const page = await browser.newPage();
  await page.evaluate(connect, url);
  // Made by `connect`, in the page.
  const call: Editor['call'] = (method, params = {}) =>
    page.evaluate(([name, given]) => Reflect.get(globalThis, 'call')(name, given), [method, params] as const);
  await call('initialize');
  return {
    server,
    call,
    close: async () => {
      server.kill('SIGINT');
      await server.ended;
      await page.close();
    },
  };
}

/** Runs in the page: it keeps what sends a request and waits for the answer that bears its number. */
async function connect(url: string): Promise<void> {
  // The browser's own; the types of Node 20 know none.
  const socket = Reflect.construct(Reflect.get(globalThis, 'WebSocket'), [url]);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.onmessage = ({ data }: { readonly data: string }) => {
    const { id, result, error } = JSON.parse(data);
    waiting.get(id)?.(result ?? error);
  };
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  Reflect.set(globalThis, 'call', (method: string, params: object) => {
    const id = waiting.size + 1;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => waiting.set(id, resolve));
  });
}
