import { archives } from './archive-sink.ts';
import { LONG_RUN, longRuns } from './long-runs.ts';
import type { Search } from './look-through.ts';
import { DEPTH, Look, type Sought } from './look-through.ts';
import { asText, type Sink } from './sink.ts';

/** So many characters are looked through at once. */
const WINDOW = 1024 * 1024;

/** Whoever writes a report wraps once more what it shows: a page has its data in base64, in a zip. */
const WRAPPINGS = 4;

/** A search that begins; `longest`: no form of a secret has more characters. */
export function openSearch(sought: Sought, longest: number): Search {
  return { look: new Look(sought, 0), overlap: Math.max(longest, 2 * LONG_RUN), held: null };
}

/** Looks through bytes in clear and in every form that the redactor knows, and into what they hold. */
export function searchBytes(search: Search): Sink {
  const { allowance } = search.look;
  const sink = inDepth(search, DEPTH + WRAPPINGS);
  return {
    push: (bytes) => {
      allowance.grow(bytes.length);
      sink.push(bytes);
    },
    end: sink.end,
  };
}

/** Looks into what bytes hold that are too much to be in memory: the rest was looked through. */
export function searchPacked(search: Search, mayBeArchive: boolean): Sink {
  const [runs, ofArchives] = packed(search, DEPTH);
  return togetherIn(search, [runs, ...(mayBeArchive ? [ofArchives] : [])]);
}

function inDepth(search: Search, depth: number): Sink {
  return togetherIn(search, [windows(search, depth), ...packed(search, depth)]);
}

function packed(search: Search, depth: number): readonly [runs: Sink, archives: Sink] {
  const inside = () => (depth <= 0 ? unlooked(search) : inDepth(search, depth - 1));
  return [longRuns(inside), archives(search, depth, inside)];
}

function unlooked(search: Search): Sink {
  const none = () => {
    search.held ??= 'unlooked';
  };
  return { push: none, end: none };
}

function togetherIn(search: Search, sinks: readonly Sink[]): Sink {
  return {
    push: (bytes) => {
      for (const sink of sinks) if (search.held !== 'secret') sink.push(bytes);
    },
    end: () => {
      for (const sink of sinks) if (search.held !== 'secret') sink.end();
    },
  };
}

function windows(search: Search, depth: number): Sink {
  let text = '';
  const look = () => {
    if (search.held !== 'secret') search.held = search.look.holds(text, depth, LONG_RUN) ?? search.held;
    text = text.slice(-search.overlap);
  };
  return {
    push: (bytes) => {
      text += asText(bytes);
      if (text.length >= search.overlap + WINDOW) look();
    },
    end: look,
  };
}
