import { fileNamed, isOfCode, lastWord } from './file-name.ts';

/** The word line and its number, e.g. `line 12`, `lineNumber: 12`, `{line,12}`, `line => 12`. */
const LINE =
  /(?:(?<![A-Za-z])(?:[Ll]ines?|LINES?|[Ll]n|LN)|(?<=[a-z])Line)(?:[ _.-]?(?:[Nn]o|NO|[Nn]um(?:ber)?|NUM(?:BER)?|[Nn]r)\b\.?)?(?:["'\s:=,>#\])<([-]|\bnumber\b){1,6}\d{1,7}(?!\w|\.\d)/g;

/** The same as machines of other languages say it. */
const LINE_ABROAD =
  /(?:Zeile|[Ll]igne|[Ll][ií]nea|[Ll]inha|[Rr]iga|[Сс]трок[аеи]|行|第)[\s:]{0,2}\d{1,7}(?!\w|\.\d)(?:\s?行)?/g;

/** A file's suffix and what may stand between it and the line, at the end of what stands before that. */
const FILE_BEFORE =
  /\.[A-Za-z]\w{0,9}(?:\+\+)?(?:[\s"'`,;:()[\]{}|<>=@*~»”’—–-]|\b(?:on|at|in|near|and|inlined|from|the|file)\b|[（），：；、的]){1,16}$/;

const SUFFIX = /^\.[A-Za-z]\w{0,9}(?:\+\+)?/;

/** What may stand between the end of a path without a suffix and the line. */
const AFTER_A_PATH = /["']?[\s,;:(]{1,4}(?:(?:on|at|in)\s)?$/;

/** The name of a unit of code, by its kind. */
const UNIT_BEFORE =
  /\b(?:(?:[Ff]ile|[Tt]emplate:|[Ss]cript|[Ss]ource(?:[Ff]ile)?)[:=\s]{1,3}(?:"[^"\n]{1,100}"|'[^'\n]{1,100}')|(?:[Pp]rocedure|[Pp]rogram|[Ii]nclude|[Tt]rigger|[Pp]ackage|[Ss]ubroutine|PROCEDURE|PROGRAM|INCLUDE)[:=\s]{1,3}(?:"[^"\n]{1,100}"|'[^'\n]{1,100}'|[A-Z_][\w.$]{1,60}))[\s,;:)–—-]{1,4}(?:(?:on|at|in)\s)?$/;

/** A parser's words about a file, at the end of which it says the line. */
const PARSED = /\.[A-Za-z]\w{0,9}(?=["')\]]{0,2}:\s((?:[^.\n]|\.(?=\S)){1,160})$)/;
const OF_A_PARSER = /pars|scann|expect|convert|syntax|invalid|error|could not|did not|cannot|undefined/i;
const OF_THE_CALLER = /\b(?:request|body|your|you|input|payload|header|parameter)\b/i;

/** The line as a member of a record. */
const AS_MEMBER = /^\w{2,12}["'\]]{0,2}\s?(?:=>|[:=])/;

/** The members of a record in any notation, of which the line is another. */
const FILE_MEMBER =
  /(?<![A-Za-z])(?:file|source|caller|script|src|abs)(?:_?(?:name|path|file))?["'\]]{0,2}\s?(?:=>|[:=])\s?["']?([^\s"'`,;<>]{1,150})/gi;

/** What may stand between the line and the file's name where that follows; the words that say it is a file. */
const FILE_AFTER =
  /(?:[,;:]?\s{0,2}(?:(?:at|and)\s)?(?:[Cc]ol(?:umn)?|[Cc]har(?:acter)?s?|[Pp]os(?:ition)?|offset)\W{0,3}\d{1,7}(?:-\d{1,7})?|:\d{1,7}|-\d{1,7})?[\s,;:()[\]{}"'`<>=|（），：；–—-]{0,16}((?:\b(?:of|in|OF|IN|within|inside|from|the|[Ff]ile|file_?[Nn]ame|file_?[Pp]ath|path|source|script|template|program|procedure|package|unit|module|der|von|Datei|du|de|del|fichier|fichero|archivo)\b[\s:="'(<`>\],]{1,6}){0,4})([^\s"'`<>|()[\]{},;]{2,200})/y;

/** The units that are called by a word of capitals. */
const UNIT_AFTER = /\b(?:program|procedure|package|unit)\b/;

/** So many lines of no file are no error's: what is behind them is not looked at. */
const MOST = 50_000;

/** Files' names and lines that are told by that word, in either order; null where a text shows none. */
export function lineByWord(text: string): string | null {
  for (const notation of [LINE, LINE_ABROAD]) {
    let looks = 0;
    for (const match of text.matchAll(notation)) {
      looks += 1;
      if (looks > MOST) break;
      const end = match.index + match[0].length;
      const start = startOfFile(text, match.index);
      if (start !== null) return text.slice(start, end);
      const endOfName = endOfFile(text, end);
      if (endOfName !== null) return text.slice(match.index, endOfName);
    }
  }
  return null;
}

/** Where the file's name begins that stands before its line. */
function startOfFile(text: string, line: number): number | null {
  const from = Math.max(0, line - 50);
  const near = text.slice(from, line);
  const [found] = FILE_BEFORE.exec(near) ?? [];
  if (found !== undefined) {
    const [suffix = ''] = SUFFIX.exec(found) ?? [];
    return startOfName(text, line - found.length + suffix.length);
  }
  const [gap] = AFTER_A_PATH.exec(near) ?? [];
  const rooted = gap === undefined ? null : startOfName(text, line - gap.length);
  if (rooted !== null) return rooted;
  const before = text.slice(Math.max(0, line - 240), line);
  const [unit] = UNIT_BEFORE.exec(before) ?? [];
  if (unit !== undefined) return line - unit.length;
  const parsed = PARSED.exec(before);
  if (parsed !== null && OF_A_PARSER.test(parsed[1] ?? '') && !OF_THE_CALLER.test(parsed[1] ?? '')) {
    return startOfName(text, line - before.length + parsed.index + parsed[0].length);
  }
  // In a record other members may stand in between.
  if (!AS_MEMBER.test(text.slice(line, line + 24))) return null;
  const file = [...before.matchAll(FILE_MEMBER)].findLast(([, name = '']) => fileNamed(name) !== null);
  return file === undefined ? null : line - before.length + file.index;
}

function startOfName(text: string, end: number): number | null {
  const word = lastWord(text, end);
  return fileNamed(word) === null ? null : end - word.length;
}

/** Where the file's name ends that stands behind its line. */
function endOfFile(text: string, end: number): number | null {
  FILE_AFTER.lastIndex = end;
  const [whole, words = '', run = ''] = FILE_AFTER.exec(text) ?? [];
  if (whole === undefined) return null;
  const name = run.replace(/[.:!?]{1,3}$/, '').replace(/(?::\d{1,7}){1,2}$/, '');
  const isUnit = UNIT_AFTER.test(words) && /^[A-Z][A-Z\d_$.-]+$/.test(name);
  const isFile = words === '' ? isOfCode(name) : fileNamed(name) !== null;
  return isUnit || isFile ? end + whole.length - (run.length - name.length) : null;
}
