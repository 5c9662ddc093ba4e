import type { ServerResponse } from 'node:http';
import { type Json, replaced } from '../../../engine/json.ts';
import { type Answer, bytesOf } from '../../../trials/mock/answer.ts';
import type { Context } from './context.ts';
import type { Deviation } from './deviation.ts';
import { deletedAnswer, imagined } from './operations.ts';
import type { Plugin } from './plugin.ts';
import type { Reason } from './refusal.ts';

/** A change of a finished answer. */
export type Change = (answer: Answer, context: Context) => Answer;

type AnswerHook = NonNullable<Deviation['answer']>;

/** Whether the request is a DELETE that is carried out. */
export function isAcceptedDelete({ asked, refusal }: Context): boolean {
  return asked.operation === 'DeletePlugin' && refusal === null;
}

/** Whether the request is a DELETE that is refused for one of these reasons; for any, where none is given. */
export function isRefusedDelete({ asked, refusal }: Context, ...reasons: readonly Reason[]): boolean {
  if (asked.operation !== 'DeletePlugin' || refusal === null) return false;
  return reasons.length === 0 || reasons.includes(refusal.reason);
}

/** Changes the 200 of a DELETE. */
export function onAccepted(change: Change): AnswerHook {
  return (answer, context) => (isAcceptedDelete(context) ? change(answer, context) : answer);
}

/** Changes the 400 of a DELETE. */
export function on400(change: Change): AnswerHook {
  return (answer, context) =>
    isRefusedDelete(context) && answer.status === 400 ? change(answer, context) : answer;
}

/** Puts a value where a dotted path leads in the body, e.g. `status.resources.0.replicas`; '' is the body itself. */
export function setting(path: string, value: Json): Change {
  const steps = path === '' ? [] : path.split('.');
  return (answer) => ({ ...answer, body: replaced(answer.body, steps, value) });
}

/** Takes the member away to which a dotted path leads in the body. */
export function removing(path: string): Change {
  return (answer) => ({ ...answer, body: replaced(answer.body, path.split('.'), undefined) });
}

/** Replaces one header; several values make several lines, none takes it away. */
export function header(name: string, ...values: readonly string[]): Change {
  return (answer) => {
    const { [name]: _, ...others } = answer.headers;
    const [value, ...more] = values;
    if (value === undefined) return { ...answer, headers: others };
    return { ...answer, headers: { ...others, [name]: more.length === 0 ? value : [...values] } };
  };
}

/** Answers with another status. */
export function status(value: number): Change {
  return (answer) => ({ ...answer, status: value });
}

/** Sends other bytes than those of the body, made from its JSON text. */
export function rewritten(write: (text: string) => string | Buffer): Change {
  return (answer) => ({ ...answer, bytes: Buffer.from(write(bytesOf(answer).toString())) });
}

/** Answers 200 where `when` holds, as if an instance of the names that were given had been deleted. Deletes nothing. */
export function claimsDeleted(when: (context: Context) => boolean): AnswerHook {
  return (answer, context) =>
    when(context) ? deletedAnswer(context.plugin ?? imagined(context), context.now) : answer;
}

/** Another plug-in of the pool than the one that the request names; undefined where there is none. */
export function neighbourOf({ pool, plugin }: Context): Plugin | undefined {
  return [...pool.plugins.values()].find((one) => one.template.name !== plugin?.template.name);
}

/** The installed plug-in that a request names in any letter case, by its own name; undefined where there is none. */
export function inAnyCase({ asked, pool }: Pick<Context, 'asked' | 'pool'>): string | undefined {
  const wanted = asked.names?.item.toLowerCase();
  return [...pool.plugins.keys()].find((name) => name.toLowerCase() === wanted);
}

/** Writes to the socket where it holds; `write` leaves no answer to be written. */
export function writtenWhere(
  holds: (context: Context) => boolean,
  write: (response: ServerResponse, answer: Answer) => void,
): NonNullable<Deviation['write']> {
  return (response, answer, context) => {
    if (!holds(context)) return false;
    write(response, answer);
    return true;
  };
}

/** Whether a name has characters that must be percent-encoded in a path. */
export function needsEncoding(name: string): boolean {
  return encodeURIComponent(name) !== name;
}
