import { narrowed, type Unescaped, unescaped, unfolded, unquoted } from '../escapes.ts';
import type { Range } from '../multi-search.ts';

/** A text as it reads with some of its escapes undone. */
export interface View {
  readonly text: string;
  /** Where ranges of it stand in the text as it came. */
  readonly inSource: <R extends Range>(ranges: readonly R[]) => R[];
}

/** Escapes in escapes are undone so often: what is escaped more often was made to be. */
const MOST_ESCAPED = 8;

/** As many ways of reading a text: quoted-printable, lines that belong together and UTF-16 are undone once each. */
const MOST_VIEWS = 24;

interface Step extends View {
  readonly escaped: number;
  readonly isQuoted: boolean;
  readonly isFolded: boolean;
  readonly isNarrowed: boolean;
}

/** The text itself, and every way of reading it with escapes undone, up to a fixed point; no two are equal. */
export function* viewsOf(text: string): Generator<View> {
  const first: Step = {
    text,
    inSource: (ranges) => [...ranges],
    escaped: 0,
    isQuoted: false,
    isFolded: false,
    isNarrowed: false,
  };
  const left = [first];
  const seen: string[] = [];
  for (let view = left.pop(); view !== undefined && seen.length < MOST_VIEWS; view = left.pop()) {
    if (seen.includes(view.text)) continue;
    seen.push(view.text);
    yield view;
    const more = (undone: Unescaped | null, state: Partial<Step>) => {
      if (undone !== null) left.push({ ...view, ...follow(view, undone), ...state });
    };
    if (!view.isNarrowed) more(narrowed(view.text), { isNarrowed: true });
    if (!view.isFolded) more(unfolded(view.text), { isFolded: true });
    if (!view.isQuoted) more(unquoted(view.text), { isQuoted: true });
    // Undone before all else.
    if (view.escaped < MOST_ESCAPED) more(unescaped(view.text), { escaped: view.escaped + 1 });
  }
}

function follow(view: View, undone: Unescaped): View {
  return { text: undone.plain, inSource: (ranges) => view.inSource(undone.inSource(ranges)) };
}
