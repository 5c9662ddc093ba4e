import type { Waiver } from '../model/waiver.ts';

/** The YAML library, loaded only where there are waivers. */
export type Yaml = Pick<typeof import('yaml'), 'parseDocument' | 'LineCounter' | 'isAlias' | 'isMap'>;

/** What waivers are read from, and what they are checked by. */
export interface WaiversInput {
  /** The text of the file. */
  readonly text: string;
  /** How the file is called in sentences. */
  readonly shown: string;
  readonly yaml: Yaml;
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

/** One thing that is wrong with a value: the way to it, and a sentence without its place. */
export interface Problem {
  readonly path: readonly (string | number)[];
  /** Whether the name of the last member is meant, not its value. */
  readonly isName?: boolean;
  /** The member that is missing there, if that is what is wrong. */
  readonly lacks?: string;
  readonly sentence: string;
}
