import type { Answer } from '../../../trials/mock/answer.ts';
import { checks } from './checks.ts';
import type { Asked, Context, Situation } from './context.ts';
import type { Manner } from './deviation.ts';
import { carryOut, prepareAnswer } from './operations.ts';
import type { Plugin } from './plugin.ts';
import { type Pool, settle } from './pool.ts';
import type { Refusal } from './refusal.ts';

/** An answer and what led to it. */
export interface Response {
  readonly answer: Answer;
  readonly context: Context;
}

/** Judges one request, carries it out and prepares its answer, each step in the mock's manner. */
export function respond(request: Asked, pool: Pool, manner: Manner | null, now: number): Response {
  settle(pool, now);
  const asked = manner?.reads?.(request, pool) ?? request;
  const visible = visiblePlugins(asked, pool, manner);
  const situation = { asked, pool, plugin: named(asked, pool, visible), now };
  const context = { ...situation, refusal: refusalOf(situation, manner) };
  if (manner?.effect === undefined) carryOut(context);
  else manner.effect(context, () => carryOut(context));
  const answer = prepareAnswer(context, visible);
  return { answer: manner?.answer?.(answer, context) ?? answer, context };
}

function visiblePlugins(asked: Asked, pool: Pool, manner: Manner | null): readonly Plugin[] {
  const installed = [...pool.plugins.values()];
  if (asked.operation !== 'ShowPlugin' && asked.operation !== 'ListPlugins') return installed;
  return manner?.sees?.(installed, asked, pool) ?? installed;
}

function named(asked: Asked, { options }: Pool, visible: readonly Plugin[]): Plugin | null {
  if (asked.names?.project !== options.projectId || asked.names.collection !== options.poolName) return null;
  const name = asked.template?.name ?? asked.names.item;
  return visible.find((plugin) => plugin.template.name === name) ?? null;
}

function refusalOf(situation: Situation, manner: Manner | null): Refusal | null {
  for (const check of checks) {
    const refusal = check(situation);
    if (refusal !== null && manner?.tolerates?.(refusal, situation) !== true) return refusal;
  }
  return manner?.refuses?.(situation) ?? null;
}
