import { ask, type Came, CREATE, LIST, pathOf, withMock } from './ask.ts';

/** The answers of a mock to a DELETE of an installed plug-in and to its repetition. */
export async function deleteTwice(deviation: string | null): Promise<readonly [ok: Came, bad: Came]> {
  let came: readonly [Came, Came] | null = null;
  await withMock({ deviation }, async (mock) => {
    await ask(mock, 'POST', LIST, { body: CREATE });
    const ok = await ask(mock, 'DELETE', pathOf(), { timeoutMs: 2000 });
    came = [ok, await ask(mock, 'DELETE', pathOf())];
  });
  if (came === null) throw new Error('The mock was not used.');
  return came;
}
