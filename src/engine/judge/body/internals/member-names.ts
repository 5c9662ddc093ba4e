/** What the name of a member says of its value, in any letter case: `lineNumber`, `line_no`, `log.origin.file.line`. */
export interface Meaning {
  readonly isLine: boolean;
  readonly isColumn: boolean;
  /** It says that its value is a file's name, or, `perhaps`, where something comes from. */
  readonly file: 'surely' | 'perhaps' | 'no';
  readonly isClass: boolean;
  readonly isFunction: boolean;
  /** Its value is a stack trace, or one frame of it after the other. */
  readonly isTrace: boolean;
  /** What it holds belongs to what it is a member of: where that stands in a file. */
  readonly isPlace: boolean;
}

const LINES = set('line lineno linenumber linenum linenr lnum lno ln startline sourceline');
const NUMBERS = set('no num number nr start begin');
/** What may stand before the word line: a product line or a dead line is none of a file. */
const BEFORE_LINES = set(
  'start begin first source src file error err code caller log origin script at current exception ' +
    'stack frame location throw thrown trace java php context',
);
const FILES = set('file filename filepath abspath sourcefile scriptname scriptpath classfile srcfile');
const FILE_NAMES = set('name path uri url');
const OF_FILES = set('file abs absolute source script full');
const SOURCES = set(
  'path source src script url uri location caller origin resource document module template view ' +
    'pathname',
);
const CLASSES = set('classname declaringclass class typename declaringtype shortclass module mod');
const FUNCTIONS = set('function func fn functionname funcname methodname method procedure symbol fun');
const TRACES = set(
  'stack stacktrace backtrace traceback callstack stackframes stackframe trace frames traces ' +
    'stacktraces stackentries exceptionstack errorstack stacktracestring remotestacktracestring',
);
const PLACES = set(
  'location loc position pos start begin region range artifactlocation span mark physicallocation ' +
    'source src file sourcelocation from original generated origin line',
);

/** Whether the name of a member says that its value is a stack trace. */
export function saysTrace(name: string): boolean {
  return /stack|trace|frames/i.test(name) && meaningOf(name).isTrace;
}

/** What the name of a member says. */
export function meaningOf(name: string): Meaning {
  const words = wordsIn(name);
  const last = words.at(-1) ?? '';
  const joined = words.slice(-2).join('');
  const whole = words.join('');
  return {
    isLine: isLine(words),
    isColumn: /^(?:col|column)(?:no|num|number)?$/.test(whole),
    file:
      FILES.has(last) || FILES.has(joined) || isFileName(words)
        ? 'surely'
        : SOURCES.has(last)
          ? 'perhaps'
          : 'no',
    isClass: CLASSES.has(last) || CLASSES.has(joined),
    isFunction: FUNCTIONS.has(last) || FUNCTIONS.has(joined),
    isTrace: TRACES.has(last) || TRACES.has(joined) || TRACES.has(whole),
    isPlace: PLACES.has(last) || PLACES.has(joined),
  };
}

function isLine(words: readonly string[]): boolean {
  const end = NUMBERS.has(words.at(-1) ?? '') ? words.length - 1 : words.length;
  return LINES.has(words[end - 1] ?? '') && words.slice(0, end - 1).every((word) => BEFORE_LINES.has(word));
}

function isFileName(words: readonly string[]): boolean {
  return FILE_NAMES.has(words.at(-1) ?? '') && OF_FILES.has(words.at(-2) ?? '');
}

/** As many characters of a name as are looked at. */
const LONGEST = 60;

function wordsIn(name: string): readonly string[] {
  const apart = name.slice(-LONGEST).replace(/([a-z\d])(?=[A-Z])/g, '$1 ');
  return apart
    .toLowerCase()
    .split(/[^a-z\d]/)
    .filter((word) => word !== '');
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
