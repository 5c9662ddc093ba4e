import type { MannerOf } from '../../../trials/mock/manner.ts';
import type { Asked, Context, Situation } from './context.ts';
import type { MockOptions } from './options.ts';
import type { Plugin } from './plugin.ts';
import type { Pool } from './pool.ts';
import type { Refusal } from './refusal.ts';

/** What this mock is made of. */
export interface PluginMock {
  readonly options: MockOptions;
  readonly asked: Asked;
  readonly pool: Pool;
  readonly resource: Plugin;
  readonly refusal: Refusal;
  readonly situation: Situation;
  readonly context: Context;
}

/** What it does otherwise. */
export type Manner = MannerOf<PluginMock>;

/** A named way of being wrong. */
export interface Deviation extends Manner {
  /** Kebab-case and unique. */
  readonly name: string;
  /** One sentence that says what is wrong. */
  readonly title: string;
  /** The id of the requirement that fails first because of it. */
  readonly catches: string;
}
