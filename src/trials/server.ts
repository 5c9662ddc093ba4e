import type { MannerOf, MockTypes } from './mock/manner.ts';
import type { Limits, Trial } from './model.ts';

/** A server that the suite is tried on, made from the mock. */
export interface Server<M extends MockTypes> {
  /** Unique among those of its kind. */
  readonly name: string;
  /** One sentence that says what it does. */
  readonly title: string;
  readonly options: Partial<M['options']>;
  /** Made anew for each run: it may remember what came before. */
  readonly manner: () => MannerOf<M>;
  readonly limits: Limits;
}

/** A server whose truth is known. */
export interface KnownServer<M extends MockTypes> extends Server<M>, Pick<Trial, 'truth' | 'catches'> {
  /** Whether drift fails, as it has to for a deviation that breaks a SHOULD. */
  readonly strict: boolean;
}
