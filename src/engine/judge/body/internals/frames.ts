/** What only a stack trace has, or what the place of a failure is told with: one of them is enough. */
const MARKS: readonly RegExp[] = [
  // Python, Ruby, Perl, PHP
  /Traceback \((?:most recent call last|innermost last)\)/,
  /(?:above|following) exception(?: was the direct cause|, another exception occurred)/,
  /File "[^"\n]{1,200}", lines? \d{1,7}/,
  /:\d{1,7}:in [`'"‘][^\n]/,
  /\(eval(?: \d{1,7})?(?: at [^()\n]{1,200})?\)(?::\d| line \d)/,
  /\beval \{\.\.\.\} called at /,
  /#\d{1,3} {1,3}\{main\}/,
  /#\d{1,3} {1,3}\[internal function\]: \w/,
  // Java and its kin
  /\bCaused by: [\w$.]{1,200}(?:Exception|Error|Throwable|Failure)\b/,
  /\bSuppressed: [\w$.]{1,200}(?:Exception|Error)\b/,
  /Exception in thread "/,
  /\d common frames omitted/,
  /\.[\w$<>]{1,100}\((?:Native Method|Unknown Source|<generated>|<unknown>|Proguard(?::\d{1,7})?|SourceFile(?::\d{1,7})?|Unknown Source:\d{1,7}|r8-map-id-\w{1,80}(?::\d{1,7})?)\)/,
  /\bat [\w$./@-]{1,200}\.[\w$<>]{1,100}\([\w$-]{1,100}\.(?:java|kt|kts|scala|groovy|clj)(?::\d{1,7})?\)/,
  // .NET
  /--- End of (?:inner exception stack trace|stack trace from previous location)/,
  / ---> [\w.+`]{1,200}Exception\b/,
  /\[0x[\da-f]{1,16}\] in </,
  /<(?:filename unknown|No file)>: ?(?:line )?\d/,
  // JavaScript and WebAssembly
  /node:internal\/\w/,
  /wasm-function\[\d{1,7}\]/,
  /<(?:anonymous|eval|stdin|string|input|console|unknown)>:\d{1,7}/,
  // Go, Rust, C and what runs below them
  /\bgoroutine \d{1,9} \[/,
  /\bstack backtrace:/,
  /panicked at [^\n:]{1,200}:\d/,
  /\[signal SIG[A-Z]{2,6}: /,
  /\bcompile unit \S{1,60} at entry point /,
  // Lua, Tcl, Haskell, OCaml, Julia, R, MATLAB, Dart
  /\bstack traceback:/,
  /\[C\]: in (?:function|\?)/,
  /\[string "[^"\n]{1,200}"\]:\d/,
  /\(procedure "[^"\n]{1,200}" line \d/,
  /\n[ \t]{0,8}invoked from within\n/,
  /CallStack \(from (?:HasCallStack|-prof)\)/,
  /^Stacktrace:\s{1,9}\[1\]/m,
  /^Calls: [\w.$:]{1,100} -> /m,
  /\bError using [\w./]{1,100} \(line \d/,
  /error: called from\s{1,9}\S{1,100} at line \d/,
  /<asynchronous suspension>/,
  /(?<![\w.])(?:Make|Docker|Jenkins|Rake|Gem|Pod|Fast|Vagrant|Proc)file: ?\d{1,7}(?![\w/]|\.\d)/,
  /\btemplate: [^\s:]{1,200}:\d{1,7}(?::\d{1,7})?: /,
  // Databases
  /ORA-06512: at /,
  /PL\/pgSQL function [^\n]{1,200}? line \d/,
  /\bLevel \d{1,3}, State \d{1,3}, (?:Procedure [^\n,]{1,130}, )?Line \d/,
  /\bLINE NUMBER=\d/,
];

/** Names of code that a frame calls, with what joins their parts. */
const NAME = /[\w$](?:\.|::|->|\/|#)[\w$<]/;

/** One frame each, by its notation; two make a trace. */
const FRAMES: readonly RegExp[] = [
  /(?<![\w$.])at (?:async |new |static ){0,2}([\w$.<>+`:@[\]#~/-]{1,200})\(/g,
  /(?<![\w$.])at (?:async |new ){0,2}[\w$.<> [\]]{1,100} \((?:<anonymous>|native|index \d{1,7}|eval at )/g,
  /(?<![\w$.])at (?:async |new )[\w$.<>]{1,100}(?=[\n(|]| \(|$)/g,
  /#\d{1,3}:? {1,8}(?:0x[\da-f]{2,16}|pc [\da-f]{4,16}|abs [\da-f]{4,16})\b/gi,
  /#\d{1,3} {1,8}[\w$.:~<>]{1,200} ?\([^()\n]{0,200}\) (?:from|at) /g,
  /#\d{1,3} {1,8}[\w$\\]{1,200}(?:->|::)[\w$]{1,100}\(/g,
  /\[0x[\da-f]{6,16}\]/gi,
  /[\w$)]\+0x[\da-f]{1,8}\b/gi,
  /(?<![^\n"|>;])[ \t]{0,8}\d{1,3} {1,8}\S{1,100} {1,40}0x[\da-f]{8,16} /gm,
  /(?<![^\n"|>;])[ \t]{0,8}\d{1,3}: {1,8}(?:0x[\da-f]{1,16} - )?<?\w{1,100}::[\w<{]/gm,
  /(?<![^\n"|>;])[ \t]{0,8}\d{1,3}: \([A-Z][A-Z\d:%*+-]{1,60}[ )]/gm,
  /@\[native code\]|\[native code\]/g,
  /(?<![^\n"|>;])Error in [\w./>]{1,100} \(line \d/gm,
  /(?<![^\n"|])[\w$.<>*/]{1,100}@(?=\S{1,250}:\d{1,7}:\d)/gm,
  /(?<![^\n"|>;])[ \t]{0,8}\([a-z]\w{0,40} \d[\w.]{0,20}\) [\w.]{1,100}\/\d/gm,
  /\{'?[a-z]\w{0,60}'?, ?'?[a-z]\w{0,60}'?, ?\d{1,3}, ?\[/g,
  /\b[A-Z]\w{1,80}(?:\([A-Z]\w{1,80}\)| class)?>>[a-z]\w{1,80}/g,
  /(?<![^\n"|>;])[ \t]{1,8}\.\.\. \d{1,4} more$/gm,
  /(?<![^\n"|>;])[ \t]{0,8}[\w/.-]{1,200}\.[\w*().]{1,100}\((?:0x[\da-f]{1,16}|\.\.\.)[^\n()]{0,200}\)/gm,
];

/** As many characters of a trace as are shown. */
const SHOWN = 200;

/** The first stack trace of a text, known by a mark or by as many frames as `fewest`; null where there is none. */
export function traceIn(text: string, fewest: number): string | null {
  for (const mark of MARKS) {
    const [found] = mark.exec(text) ?? [];
    if (found !== undefined) return found.trim();
  }
  const begins: number[] = [];
  for (const notation of FRAMES) {
    let ofOne = 0;
    for (const match of text.matchAll(notation)) {
      if (match[1] !== undefined && !NAME.test(match[1])) continue;
      ofOne += 1;
      begins.push(match.index);
      // One frame may be told in two notations, which then stand in one line.
      const lines = new Set(begins.map((at) => text.lastIndexOf('\n', at)));
      if (Math.max(ofOne, lines.size) >= fewest)
        return text
          .slice(Math.min(...begins))
          .slice(0, SHOWN)
          .trim();
    }
  }
  return null;
}
