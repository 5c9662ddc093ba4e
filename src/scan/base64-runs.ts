import { asText, type Sink } from './sink.ts';

/** Shorter ones hold nothing that the redactor's own forms would not show. */
const SHORTEST = 32;

// A run begins once, so that a text of runs that are too short is passed over in one go.
const RUN = new RegExp(`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{${SHORTEST},}`, 'g');
const REST_OF_RUN = /[A-Za-z0-9+/_-]*/y;
const SHORT_AT_THE_END = new RegExp(`[A-Za-z0-9+/_-]{0,${SHORTEST - 1}}$`);

/** Gives what each run of base64 stands for to a sink of its own, while it comes: a whole report may be one. */
export function base64Runs(inside: () => Sink): Sink {
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
          REST_OF_RUN.lastIndex = at;
          const [run = ''] = REST_OF_RUN.exec(text) ?? [];
          follow(run, begun);
          at += run.length;
          if (at < text.length) close();
          continue;
        }
        RUN.lastIndex = at;
        const next = RUN.exec(text);
        if (next === null) {
          [carried = ''] = SHORT_AT_THE_END.exec(text.slice(1 - SHORTEST)) ?? [];
          return;
        }
        begun = { sink: inside(), rest: '' };
        at = next.index;
      }
    },
    end: close,
  };
}
