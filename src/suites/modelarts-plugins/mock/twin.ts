import { type Answer, bytesOf } from '../../../trials/mock/answer.ts';
import type { Asked } from './context.ts';
import type { Pool } from './pool.ts';
import { respond } from './respond.ts';

/** An answer, and the pool after it. */
export interface Outcome {
  readonly answer: Answer;
  readonly pool: Pool;
}

/** What a conforming mock would make of a request; null for a sign-in, which hands out a token. */
export function conformingTwin(asked: Asked, pool: Pool, now: number): Outcome | null {
  if (asked.operation === 'CreateToken') return null;
  const twin = { ...pool, plugins: new Map(pool.plugins), gone: new Map(pool.gone) };
  return { answer: respond(asked, twin, null, now).answer, pool: twin };
}

/** Whether two requests met the same: one answer, and one pool after it; `bytes` are those of the other's body. */
export function metTheSame(one: Outcome, other: Outcome, bytes: Buffer): boolean {
  return (
    one.answer.status === other.answer.status &&
    JSON.stringify(one.answer.headers) === JSON.stringify(other.answer.headers) &&
    bytesOf(one.answer).equals(bytes) &&
    samePlugins(one.pool.plugins, other.pool.plugins) &&
    samePlugins(one.pool.gone, other.pool.gone)
  );
}

/** A plug-in is never changed, but replaced: most are the same object. */
function samePlugins(one: Pool['plugins'], other: Pool['plugins']): boolean {
  if (one.size !== other.size) return false;
  const [names, others] = [[...one.keys()], [...other.keys()]];
  return names.every((name, at) => {
    const [plugin, twin] = [one.get(name), other.get(name)];
    return name === others[at] && (plugin === twin || textOf(plugin) === textOf(twin));
  });
}

/** JSON has no infinity, and some moments of the mock are as far away as that. */
function textOf(plugin: unknown): string {
  return JSON.stringify(plugin, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
}
