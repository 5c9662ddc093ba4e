import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** What is read of a request to any mock. */
export interface Asked {
  /** Null where no route has that method and path. */
  readonly operation: string | null;
  readonly method: string;
}

/** The types that one mock is made of: what tries it knows no more of them than stands here. */
export interface MockTypes {
  readonly options: object;
  /** A request as the mock reads it. */
  readonly asked: Asked;
  /** All that it remembers. */
  readonly pool: unknown;
  /** One of the things that its operations are about. */
  readonly resource: unknown;
  readonly refusal: unknown;
  /** A request and the pool that it meets. */
  readonly situation: { readonly asked: Asked };
  /** The same, and what becomes of the request. */
  readonly context: { readonly asked: Asked };
}

/** What a mock does otherwise. Its hooks are called in the order in which they stand here; each is optional. */
export interface MannerOf<M extends MockTypes> {
  /** The request as the mock takes it, e.g. with another letter case of a name. */
  readonly reads?: (asked: M['asked'], pool: M['pool']) => M['asked'];
  /** The resources that a request that only looks sees, in place of those that are there. */
  readonly sees?: (
    there: readonly M['resource'][],
    asked: M['asked'],
    pool: M['pool'],
  ) => readonly M['resource'][];
  /** True where a refusal that is due is not made. The checks after it still are. */
  readonly tolerates?: (refusal: M['refusal'], situation: M['situation']) => boolean;
  /** A refusal where none is due. */
  readonly refuses?: (situation: M['situation']) => M['refusal'] | null;
  /** What the request does to the pool; `carryOut` does what it should (nothing for a refused one). */
  readonly effect?: (context: M['context'], carryOut: () => void) => void;
  /** The answer, in place of the conforming one. */
  readonly answer?: (answer: Answer, context: M['context']) => Answer;
  /** Writes the answer itself, to the socket too; false where it leaves that to the mock. */
  readonly write?: (response: ServerResponse, answer: Answer, context: M['context']) => boolean;
}

/** What any mock can do otherwise, whatever it is a mock of. */
export interface PlainManner extends Pick<MannerOf<MockTypes>, 'answer' | 'write'> {
  readonly sees?: <R>(there: readonly R[]) => readonly R[];
}
