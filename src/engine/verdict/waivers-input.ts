import type { Waiver } from '../model/waiver.ts';
import type { YamlText } from '../placed-yaml.ts';

/** What waivers are read from, and what they are checked by. */
export interface WaiversInput extends YamlText {
  /** The ids of all requirements. */
  readonly known: readonly string[];
  /** The one among known names that is meant; null where none is near. */
  readonly nearestOf: (found: string, known: readonly string[]) => string | null;
  /** The day from which is counted, `YYYY-MM-DD`. */
  readonly today: string;
  /** How many days ahead of it the last day of a waiver may be. */
  readonly maxDays: number;
}

/** A waiver, and the line of the file that it begins in, from 1 on. */
export interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly line: number;
}
