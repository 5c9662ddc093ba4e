import fc from 'fast-check';
import { anyName, anyToken } from './texts.ts';

/** One thing done to a JSON text while it is written. */
interface Edit {
  /** Which of its values, in the order of writing; counted round. */
  readonly at: number;
  readonly manner: 'instead' | 'add' | 'double' | 'leave out';
  readonly name: string;
  readonly token: string;
}

/** One to three things done to a JSON text. */
export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 40 }),
    manner: fc.constantFrom('instead', 'instead', 'instead', 'add', 'double', 'leave out'),
    name: anyName,
    token: anyToken,
  }),
  { minLength: 1, maxLength: 3 },
);

/** A value as JSON, with these things done to it: members doubled, added, left out, values replaced by any text. */
export function written(value: unknown, edits: readonly Edit[]): string {
  const total = countOf(value);
  const byPlace = new Map(edits.map((edit) => [edit.at % total, edit]));
  let place = -1;
  const write = (one: unknown): string => {
    place += 1;
    const edit = byPlace.get(place);
    if (edit?.manner === 'instead') return edit.token;
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    if (Array.isArray(one)) return `[${changed(one.map(write), edit, edit?.token ?? '').join(',')}]`;
    const members = Object.entries(one).map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`);
    return `{${changed(members, edit, `${JSON.stringify(edit?.name)}:${edit?.token}`).join(',')}}`;
  };
  return write(value);
}

function changed(members: readonly string[], edit: Edit | undefined, added: string): readonly string[] {
  const at = (edit?.at ?? 0) % Math.max(members.length, 1);
  switch (edit?.manner) {
    case 'add':
      return [...members, added];
    case 'double':
      return [...members, ...members.slice(at, at + 1)];
    case 'leave out':
      return members.filter((_, index) => index !== at);
    default:
      return members;
  }
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + countOf(one), 1);
}
