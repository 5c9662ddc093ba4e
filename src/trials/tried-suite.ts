import type { JudgedSuite } from '../engine/judge/rule.ts';
import type { Contract } from '../engine/model/contract.ts';
import type { WalkedSuite } from '../lifecycle/walk/walked-suite.ts';
import type { Freedom } from './conforming/freedom.ts';
import type { Disturbance } from './disturbed/disturbance.ts';
import type { Answer } from './mock/answer.ts';
import type { MannerOf, MockTypes } from './mock/manner.ts';
import type { Trial } from './model.ts';
import type { WalkLengths } from './walk-lengths.ts';

/** The part of a suite that the trials read: how its mock is started, and all that it can be made to do. */
export interface TriedSuite<M extends MockTypes> extends JudgedSuite, WalkedSuite {
  /** Starts a mock on a port of its own; `deviated` counts where it `compares`, which doubles its work: to one, where that is enough. */
  readonly startMock: (
    options: Partial<M['options']>,
    manner: MannerOf<M> | null,
    compares: boolean | 'once',
  ) => Promise<RunningMock>;
  /** The named ways of being wrong, in the order of the report. */
  readonly deviations: readonly TriedDeviation<M>[];
  /** All that the readings leave to a server, in the order in which its answers are made. */
  readonly freedoms: (contract: Contract, lengths: WalkLengths) => readonly Freedom<M>[];
  /** Every kind of trouble that has no number, in the order of the report. */
  readonly disturbances: readonly Disturbance<M>[];
  readonly gateway: Gateway<M>;
  /** The operation that is asked just before and just after a request under test. */
  readonly controlOperation: string;
}

/** What the trials read of a deviation, and the options of a mock that has it. */
export interface TriedDeviation<M extends MockTypes> extends Pick<Trial, 'name' | 'title'> {
  /** The id of the requirement that fails first because of it. */
  readonly catches: string;
  readonly options: Partial<M['options']>;
}

/** What stands in front of an endpoint, and answers in its place when it cannot be reached. */
export interface Gateway<M extends MockTypes> {
  readonly answer: (status: number, headers?: Readonly<Record<string, string>>) => Answer;
  /** Its answer to credentials that were good once. */
  readonly expired: Answer;
  /** Of a request that does not get to the endpoint. */
  readonly refusal: M['refusal'];
}

/** A mock that listens. */
export interface RunningMock {
  readonly endpoint: string;
  /** How many requests met something else than a conforming mock in the same state would have done. */
  readonly deviated: () => number;
  readonly close: () => Promise<void>;
}

/** What is tried, the contract that it judges by, and how long its walk is where nothing goes wrong. */
export interface Tried<M extends MockTypes> {
  readonly suite: TriedSuite<M>;
  readonly contract: Contract;
  readonly lengths: WalkLengths;
}
