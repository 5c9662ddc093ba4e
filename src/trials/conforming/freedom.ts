import type fc from 'fast-check';
import type { MannerOf, MockTypes, PlainManner } from '../mock/manner.ts';
import type { Limits } from '../model.ts';
import type { Wire } from './wire.ts';

/** What a server of any API does by one of its choices; the parts of several add up. */
export interface PlainDoing {
  /** Made anew for each run. */
  readonly manner?: () => PlainManner;
  readonly wire?: Partial<Wire>;
  readonly limits?: Partial<Limits>;
}

/** The same, of a server of one API. */
export interface Doing<M extends MockTypes> extends Omit<PlainDoing, 'manner'> {
  readonly options?: Partial<M['options']>;
  /** Made anew for each run. */
  readonly manner?: () => MannerOf<M>;
}

/** One way of doing a thing that the readings leave to the server. */
export interface Way<D> {
  /** What it does, in words; unique among the ways of its freedom. */
  readonly title: string;
  readonly doing: fc.Arbitrary<D>;
  /** The freedoms of which none goes together with it: the two would be something else. */
  readonly without?: readonly string[];
}

/** One thing that the readings leave to the server: it may do as the mock does by itself, or in one of these ways. */
interface FreedomTo<D> {
  /** Kebab-case and unique. */
  readonly name: string;
  /** What it does otherwise than the mock in any case, so that the ways of others can rely on it. */
  readonly always?: D;
  readonly ways: readonly Way<D>[];
  /** True where it goes together with few others, so that only some servers make use of it. */
  readonly rare?: true;
}

/** A freedom of the servers of one API. */
export type Freedom<M extends MockTypes> = FreedomTo<Doing<M>>;

/** A freedom that the servers of any API have. */
export type PlainFreedom = FreedomTo<PlainDoing>;
