import type { Manner } from '../suites/modelarts-plugins/mock/deviation.ts';
import type { MockOptions } from '../suites/modelarts-plugins/mock/options.ts';
import type { Limits } from './attempt.ts';
import type { Trial } from './model.ts';

/** A server that the suite is tried on, made from the mock. */
export interface Server {
  /** Unique among those of its kind. */
  readonly name: string;
  /** One sentence that says what it does. */
  readonly title: string;
  readonly options: Partial<MockOptions>;
  /** Made anew for each run: it may remember what came before. */
  readonly manner: () => Manner;
  readonly limits: Limits;
}

/** A server whose truth is known. */
export interface KnownServer extends Server, Pick<Trial, 'truth' | 'catches'> {
  /** Whether drift fails, as it has to for a deviation that breaks a SHOULD. */
  readonly strict: boolean;
}
