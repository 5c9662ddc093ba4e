import type { Manner } from '../../suites/modelarts-plugins/mock/deviation.ts';
import type { MockOptions } from '../../suites/modelarts-plugins/mock/options.ts';

/** A conforming endpoint of which some trouble keeps something from being tested. */
export interface Disturbance {
  /** Kebab-case and unique. */
  readonly name: string;
  /** One sentence that says what the trouble is. */
  readonly title: string;
  readonly options?: Partial<MockOptions>;
  readonly manner: () => Manner;
}
