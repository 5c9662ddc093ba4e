import { createScanner } from 'jsonc-parser';
import { pointerOf } from '../../contract/pointer.ts';

/** The library's numbers of tokens: its own names for them are gone when each file is compiled by itself. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  string: 10,
  end: 17,
} as const;

/** As many as are told. */
const MOST = 100;

/** An open array or object: where in it the scan is, and for an object the names that it has so far. */
interface Open {
  step: string | number;
  readonly names: Set<string> | null;
  /** True where the next string is a name. */
  expectsName: boolean;
}

/** JSON Pointers of the members whose name their object has already, at most 100; the text must be valid JSON. */
export function duplicateNames(text: string): readonly string[] {
  const scanner = createScanner(text, true);
  const open: Open[] = [];
  const found: string[] = [];
  for (let kind: number = scanner.scan(); kind !== TOKEN.end && found.length < MOST; kind = scanner.scan()) {
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
      if (inner.names?.has(inner.step)) found.push(pointerOf(open.map(({ step }) => step)));
      inner.names?.add(inner.step);
    }
  }
  return found;
}
