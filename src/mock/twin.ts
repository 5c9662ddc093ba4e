import { type Answer, bytesOf } from './answer.ts';
import type { Asked } from './context.ts';
import type { Pool } from './pool.ts';
import { respond } from './respond.ts';

/** An answer, and the pool after it, as one text: where two texts are equal, the requests met the same. */
export function fingerprint(answer: Answer, { plugins, gone }: Pool): string {
  const { status, headers } = answer;
  const all = [status, headers, bytesOf(answer).toString('latin1'), [...plugins], [...gone]];
  // JSON has no infinity, and some moments of the mock are as far away as that.
  return JSON.stringify(all, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
}

/** The fingerprint of what a conforming mock would make of a request; null for a sign-in, which hands out a token. */
export function conformingTwin(asked: Asked, pool: Pool, now: number): string | null {
  if (asked.operation === 'CreateToken') return null;
  const twin = { ...pool, plugins: new Map(pool.plugins), gone: new Map(pool.gone) };
  return fingerprint(respond(asked, twin, null, now).answer, twin);
}
