/** Deeper bodies are shown as they came: indented, they would be as long as the square of their depth. */
const DEEPEST = 24;

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Lines of a JSON text whose every token stands as it came, doubled names and long numbers too.
 * Null where it is no JSON, or too deep.
 */
export function jsonLines(text: string): readonly string[] | null {
  if (!isJson(text)) return null;
  const lines: string[] = [];
  let depth = 0;
  let line = '';
  const end = () => {
    if (line !== '') lines.push('  '.repeat(depth) + line);
    line = '';
  };
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '}' || token === ']') {
      const isEmpty = line === '' && /[{[]$/.test(lines.at(-1) ?? '');
      end();
      depth -= 1;
      line = (isEmpty ? (lines.pop() ?? '').trimStart() : '') + token;
    } else if (token === ',') {
      line += token;
      end();
    } else if (token === ':') {
      line += ': ';
    } else {
      line += token;
      if (token !== '{' && token !== '[') continue;
      if (depth === DEEPEST) return null;
      end();
      depth += 1;
    }
  }
  end();
  return lines;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
