import type { MannerOf, MockTypes } from '../mock/manner.ts';

/** A conforming endpoint of which some trouble keeps something from being tested. */
export interface Disturbance<M extends MockTypes> {
  /** Kebab-case and unique. */
  readonly name: string;
  /** One sentence that says what the trouble is. */
  readonly title: string;
  readonly options?: Partial<M['options']>;
  readonly manner: () => MannerOf<M>;
}
