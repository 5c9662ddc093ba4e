import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Asked, Context, Situation } from './context.ts';
import type { Plugin } from './plugin.ts';
import type { Pool } from './pool.ts';
import type { Refusal } from './refusal.ts';

/** What a mock does otherwise. Its hooks are called in the order in which they stand here; each is optional. */
export interface Manner {
  /** The request as the mock takes it, e.g. with another letter case of a name. */
  readonly reads?: (asked: Asked, pool: Pool) => Asked;
  /** The plug-ins that a Show or a List sees, in place of those that are installed. */
  readonly sees?: (installed: readonly Plugin[], asked: Asked, pool: Pool) => readonly Plugin[];
  /** True where a refusal that is due is not made. The checks after it still are. */
  readonly tolerates?: (refusal: Refusal, situation: Situation) => boolean;
  /** A refusal where none is due. */
  readonly refuses?: (situation: Situation) => Refusal | null;
  /** What the request does to the pool; `carryOut` does what it should (nothing for a refused one). */
  readonly effect?: (context: Context, carryOut: () => void) => void;
  /** The answer, in place of the conforming one. */
  readonly answer?: (answer: Answer, context: Context) => Answer;
  /** Writes the answer itself, to the socket too; false where it leaves that to the mock. */
  readonly write?: (response: ServerResponse, answer: Answer, context: Context) => boolean;
}

/** A named way of being wrong. */
export interface Deviation extends Manner {
  /** Kebab-case and unique. */
  readonly name: string;
  /** One sentence that says what is wrong. */
  readonly title: string;
  /** The id of the requirement that fails first because of it. */
  readonly catches: string;
}
