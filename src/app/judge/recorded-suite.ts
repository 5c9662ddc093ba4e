import type { Names } from '../../engine/model/resource.ts';
import type { RunSuite } from '../run/run-suite.ts';

/** A suite, as far as recordings are judged by it. */
export interface RecordedSuite extends RunSuite {
  /** The names in a URL; null where it has none. */
  readonly namesIn: (url: string) => Names | null;
  /** What is wrong with a secret that is part of what is judged, or written; null where nothing is. */
  readonly ambiguity: (secret: string, names: readonly string[]) => string | null;
}
