import { endOfMatch } from '../end-of-match.ts';
import { BASE64 } from './encoded-runs.ts';
import { asText, type Sink } from './sink.ts';
import { isOf } from './stretches.ts';

/** Shorter runs are looked into where they stand: they are in memory as a whole. In characters. */
export const LONG_RUN = 32 * 1024;

const RUN = /[A-Za-z0-9+/_-]*/y;

/** Gives what each long run of base64 stands for to a sink of its own, while it comes: a whole report may be one. */
export function longRuns(inside: () => Sink): Sink {
  let begun: { readonly sink: Sink; rest: string } | null = null;
  let carried = '';
  const close = () => {
    begun?.sink.push(Buffer.from(begun.rest, 'base64'));
    begun?.sink.end();
    begun = null;
  };
  const follow = (run: string, open: { readonly sink: Sink; rest: string }) => {
    const characters = open.rest + run;
    const whole = characters.length - (characters.length % 4);
    open.sink.push(Buffer.from(characters.slice(0, whole), 'base64'));
    open.rest = characters.slice(whole);
  };
  return {
    push: (bytes) => {
      const text = carried + asText(bytes);
      carried = '';
      for (let at = 0; at < text.length; ) {
        if (begun !== null) {
          const end = endOfMatch(RUN, text, at);
          follow(text.slice(at, end), begun);
          at = end;
          if (at < text.length) close();
          continue;
        }
        // A long run that begins here, or a little later, has this character in it.
        const middle = Math.min(at + LONG_RUN, text.length) - 1;
        const from = beginningOf(text, middle, at);
        const end = endOfMatch(RUN, text, from);
        if (end - from >= LONG_RUN) {
          begun = { sink: inside(), rest: '' };
          at = from;
        } else if (end === text.length) {
          carried = text.slice(from);
          return;
        } else at = Math.max(end, middle) + 1;
      }
    },
    end: close,
  };
}

/** Where the run begins that a character is in, not before a place; behind that character where it is in none. */
function beginningOf(text: string, within: number, least: number): number {
  let from = within + 1;
  while (from > least && isOf(BASE64, text, from - 1)) from -= 1;
  return from;
}
