/** A line of a pretty-printed body; marked where a finding points at it. */
export interface Line {
  readonly text: string;
  readonly marked: boolean;
}

interface Level {
  readonly pointer: string;
  readonly isArray: boolean;
  index: number;
  key: string | null;
}

/** Deeper bodies are shown as they came: indented, they would be as long as the square of their depth. */
const DEEPEST = 24;

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Lines of a JSON text whose every token stands as it came, doubled names and long numbers too.
 * Null where it is no JSON, or too deep.
 */
export function jsonLines(text: string, pointers: ReadonlySet<string>): readonly Line[] | null {
  if (!isJson(text)) return null;
  const levels: Level[] = [];
  const lines: Line[] = [];
  let line = '';
  let marked = false;
  const end = () => {
    if (line !== '') lines.push({ text: '  '.repeat(levels.length) + line, marked });
    line = '';
    marked = false;
  };
  for (const [token] of text.matchAll(TOKENS)) {
    const level = levels.at(-1);
    if (token === '}' || token === ']') {
      const isEmpty = line === '' && /[{[]$/.test(lines.at(-1)?.text ?? '');
      end();
      levels.pop();
      const opened = isEmpty ? lines.pop() : undefined;
      line = opened === undefined ? token : opened.text.trimStart() + token;
      marked = opened?.marked ?? false;
    } else if (token === ',') {
      line += token;
      end();
      if (level === undefined) continue;
      level.index += 1;
      level.key = null;
    } else if (token === ':') {
      line += ': ';
    } else if (level !== undefined && !level.isArray && level.key === null) {
      level.key = nameOf(token);
      line += token;
    } else {
      const pointer = pointerIn(level);
      // The whole body needs no mark.
      marked ||= pointer !== '' && pointers.has(pointer);
      line += token;
      if (token !== '{' && token !== '[') continue;
      if (levels.length === DEEPEST) return null;
      end();
      levels.push({ pointer, isArray: token === '[', index: 0, key: null });
    }
  }
  end();
  return lines;
}

function pointerIn(level: Level | undefined): string {
  if (level === undefined) return '';
  const step = level.isArray ? String(level.index) : (level.key ?? '');
  return `${level.pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function nameOf(token: string): string {
  const name: unknown = JSON.parse(token);
  return String(name);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
