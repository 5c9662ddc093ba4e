import { createScanner } from 'jsonc-parser';
import { TOKEN } from '../../json-tokens.ts';

/** As many as are told. */
const MOST = 100;

/** An open array or object: where in it the scan is, and for an object the names that it has so far. */
interface Open {
  step: string | number;
  readonly names: Set<string> | null;
  /** True where the next string is a name. */
  expectsName: boolean;
}

/** Members whose name their object has already: the steps to the first of them, an index as a number, and how many others there are. */
export interface DuplicateNames {
  readonly steps: readonly (readonly (string | number)[])[];
  readonly more: number;
}

/** The members of a JSON text whose name their object has already, at most 100 by their steps; the text must be valid. */
export function duplicateNames(text: string): DuplicateNames {
  const scanner = createScanner(text, true);
  const open: Open[] = [];
  const steps: (string | number)[][] = [];
  let more = 0;
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    const inner = open.at(-1);
    if (kind === TOKEN.openBrace) {
      open.push({ step: '', names: new Set(), expectsName: true });
    } else if (kind === TOKEN.openBracket) {
      open.push({ step: 0, names: null, expectsName: false });
    } else if (kind === TOKEN.closeBrace || kind === TOKEN.closeBracket) {
      open.pop();
    } else if (kind === TOKEN.comma && inner !== undefined) {
      if (typeof inner.step === 'number') inner.step += 1;
      else inner.expectsName = true;
    } else if (kind === TOKEN.string && inner?.expectsName === true) {
      inner.expectsName = false;
      inner.step = scanner.getTokenValue();
      if (inner.names?.has(inner.step)) {
        if (steps.length < MOST) steps.push(open.map(({ step }) => step));
        else more += 1;
      }
      inner.names?.add(inner.step);
    }
  }
  return { steps, more };
}
