import type fc from 'fast-check';
import type { Contract } from '../../engine/model/contract.ts';
import type { Manner } from '../../suites/modelarts-plugins/mock/deviation.ts';
import type { MockOptions } from '../../suites/modelarts-plugins/mock/options.ts';
import type { Limits } from '../attempt.ts';
import type { WalkLengths } from '../walk-lengths.ts';
import type { Wire } from './wire.ts';

/** What the servers are generated for: what the description leaves to them, and how many requests they will meet. */
export interface Tried {
  readonly contract: Contract;
  readonly walk: WalkLengths;
}

/** What a server does by one of its choices; the parts of several add up. */
export interface Doing {
  readonly options?: Partial<MockOptions>;
  /** Made anew for each run. */
  readonly manner?: () => Manner;
  readonly wire?: Partial<Wire>;
  readonly limits?: Partial<Limits>;
}

/** One way of doing a thing that the readings leave to the server. */
export interface Way {
  /** What it does, in words; unique among the ways of its freedom. */
  readonly title: string;
  readonly doing: fc.Arbitrary<Doing>;
  /** The freedoms of which none goes together with it: the two would be something else. */
  readonly without?: readonly string[];
}

/** One thing that the readings leave to the server: it may do as the mock does by itself, or in one of these ways. */
export interface Freedom {
  /** Kebab-case and unique. */
  readonly name: string;
  /** What it does otherwise than the mock in any case, so that the ways of others can rely on it. */
  readonly always?: Doing;
  readonly ways: readonly Way[];
  /** True where it goes together with few others, so that only some servers make use of it. */
  readonly rare?: true;
}
