import type { Json, JsonObject } from '../../../../../engine/json.ts';
import { isJsonObject } from '../../../../../engine/json.ts';
import { type Change, isRefusedDelete, on400, removing, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';

/** Texts that show what the service is made of, by the name of the deviation: what they are, and the text. */
const INTERNALS: Readonly<Record<string, readonly [what: string, text: string]>> = {
  'stack-trace': [
    'a stack trace of Java',
    [
      'java.lang.IllegalStateException: plugin lookup failed',
      '\tat com.example.plugins.PluginService.find(PluginService.java:212)',
      '\tat com.example.plugins.PluginResource.delete(PluginResource.java:87)',
    ].join('\n'),
  ],
  'cause-of-java': [
    'the cause of an exception',
    'failed. Caused by: com.example.pools.PoolNotFoundException',
  ],
  'traceback-of-python': [
    'a traceback of Python',
    'Traceback (most recent call last):\n  File "/srv/plugins/api.py", line 31, in delete\nKeyError',
  ],
  'goroutine-of-go': [
    'a dump of Go',
    'panic: nil map\n\ngoroutine 42 [running]:\nmain.remove()\n\t/srv/pool.go:17',
  ],
  'stack-of-node': ['a stack of Node', 'TypeError: plugin is null\n    at remove (/srv/app/pools.js:88:13)'],
  'stack-of-dotnet': ['a stack of .NET', 'at Plugins.Remove(String name) in C:\\srv\\Plugins.cs:line 91'],
  'line-of-php': [
    'a file and line of PHP',
    'Call to a member function on null in /srv/plugins.php on line 12',
  ],
  'line-of-go': ['a file and line of Go', 'plugin_controller.go:133: not found'],
  'panic-of-rust': ['a panic of Rust', "thread 'main' panicked at src/pools/remove.rs:54\nstack backtrace:"],
  'second-number-of-yaml': ['a file, a line and a column', 'plugins/pools.yaml:42:18: no such member'],
  'line-of-ocaml': ['a file and line of OCaml', 'Not_found raised in "pools.ml", line 137, characters 5-12'],
  'line-of-a-class': ['a line of a file, in words', 'The pool is null: line 212 of PluginService.java'],
  'place-of-maven': ['a file and line in brackets', '/srv/PluginService.java:[212,17] cannot find symbol'],
  'place-of-a-compiler': ['a file and line in round brackets', 'Pools.cs(12,5): the name does not exist'],
  'number-of-sax': [
    'a file and line of an XML parser',
    'systemId: pools.xml; lineNumber: 12; columnNumber: 4',
  ],
  'line-of-a-shell': ['a file and line of a shell', '/opt/plugins/remove.sh: line 42: kubectl: not found'],
  'line-of-perl': ['a file and line of Perl', 'Died at remove.pl line 3.'],
  'absolute-path-and-line': ['an absolute path and a line', 'include failed: /etc/plugins/pools.conf:12'],
  'line-of-windows': ['a path of Windows and a line', 'no object at C:\\srv\\plugins\\pools.vb:12'],
  'line-of-ruby': ['a frame of Ruby', "/srv/app/pools.erb:88:in 'remove'"],
  'line-of-elixir': ['a frame of Elixir', '(plugins 0.1.0) lib/plugins/pools.ex:12: Pools.remove/1'],
  'line-of-erlang': ['a frame of Erlang', '[{pools,remove,1,[{file,"pools.erl"},{line,12}]}]'],
  'line-of-haskell': [
    'a call stack of Haskell',
    'CallStack (from HasCallStack):\n  error, called at Pools.hs:12:5',
  ],
  'line-of-julia': ['a file and line of Julia', 'remove(name::String) @ Main ./pools.jl:3'],
  'line-of-dart': ['a frame of Dart', '#0      remove (package:plugins/pools.dart:12:5)'],
  'line-of-clojure': ['a frame of Clojure', '[pools.core$remove invokeStatic "core.clj" 88]'],
  'line-of-nim': ['a file and line of Nim', 'pools.nim(12) remove'],
  'anchor-of-a-line': ['a link to a line', 'See pools/remove.go#L12.'],
  'line-of-webpack': ['a file that a bundler names', 'at remove (webpack:///./src/pools.js:12:5)'],
  'line-of-oracle': ['a line of PL/SQL', 'ORA-06512: at "PLUGINS", line 88'],
  'line-of-transact-sql': [
    'a line of Transact-SQL',
    'Msg 547, Level 16, State 0, Procedure RemovePlugin, Line 12',
  ],
  'line-of-postgres': ['a line of PL/pgSQL', 'PL/pgSQL function remove_plugin(text) line 3 at RAISE'],
  'line-of-cobol': ['a line of COBOL', 'The run ended at line 88 of program POOLS.'],
  'line-of-tcl': ['a frame of Tcl', 'while executing\n    (procedure "remove" line 3)'],
  'line-of-a-template': ['a line of a template', '(template: "pools/remove", line 12, col 4)'],
  'line-of-a-parser': [
    'a file and, apart from it, the line',
    '(/etc/pools.yml): did not find expected key while parsing a mapping at line 12 column 3',
  ],
  'frames-without-a-file': [
    'frames without a file',
    '   at Plugins.Pools.Remove(String name)\n   at Plugins.Api.Delete(HttpContext context)',
  ],
  'frames-in-one-line': [
    'frames in one line',
    'no | at Plugins.Pools.Remove(String name) | at Plugins.Api.Delete(HttpContext context)',
  ],
  'frames-escaped': [
    'frames with escaped line breaks',
    'no\\n\\tat com.example.Pools.remove(Pools.java:212)\\n\\tat com.example.Api.delete(Api.java:87)',
  ],
  'frames-in-html': [
    'frames as HTML',
    'no&lt;br&gt;&#32;at Pools.Remove(String name)<br>&nbsp;at Api.Delete(Int32 id)',
  ],
  'frame-generated': ['a frame of generated code', 'at com.example.Pools$$Proxy.remove(<generated>)'],
  'frame-obfuscated': ['an obfuscated frame', 'at a.b.c(Proguard:12)'],
  'frames-of-a-debugger': ['frames of a debugger', '#0  0x00007f12 in remove ()\n#1  0x00007f34 in main ()'],
  'frames-of-a-crash': [
    'frames of a crash',
    '0   Pools   0x000000010b1a2b3c remove + 120\n1   Pools   0x000000010b1a2b99 main + 12',
  ],
  'frames-of-rust': ['frames of Rust', '   0: core::panicking::panic\n   1: pools::remove'],
  'frames-of-firefox': ['a frame of Firefox', 'remove@https://plugins.example.com/app.js:88:13'],
  'frames-of-webassembly': ['a frame of WebAssembly', 'at wasm://wasm/0012ab:wasm-function[12]:0x1a2b'],
  'inner-exception-of-dotnet': [
    'an inner exception of .NET',
    'no\n   --- End of inner exception stack trace ---',
  ],
};

/** Members that show it side by side, by the name of the deviation: what they are, and all of them. */
const SIDE_BY_SIDE: Readonly<Record<string, readonly [what: string, members: JsonObject]>> = {
  'frames-of-jackson': [
    'the frames of an exception as objects',
    {
      stackTrace: [
        {
          declaringClass: 'com.example.Pools',
          methodName: 'remove',
          fileName: 'Pools.java',
          lineNumber: 212,
        },
      ],
    },
  ],
  'file-beside-line': ['a file beside a line', { file: '/srv/plugins/pools.php', line: 12 }],
  'filename-beside-lineno': ['a `filename` beside a `lineno`', { filename: 'pools', lineno: '31' }],
  'file-and-line-of-erlang': [
    'a function with its file and line',
    { reason: { module: 'pools', function: 'remove', arity: 1, file: 'pools.erl', line: 12 } },
  ],
  'file-and-line-deep': [
    'a file beside a line, eight levels deep',
    {
      details: [
        { cause: { of: [{ by: { source: { function: 'main.remove', file: 'pools.go', line: 17 } } }] } },
      ],
    },
  ],
  'file-and-line-of-an-event': [
    'a file and line in names with dots',
    { 'log.origin.file.name': 'pools.go', 'log.origin.file.line': 17 },
  ],
  'class-beside-line': [
    'a class beside a line',
    { className: 'com.example.Pools', methodName: 'remove', lineNumber: 88 },
  ],
  'frames-without-lines': [
    'frames as objects without a line',
    { trace: [{ class: 'Pools', function: 'remove', type: '->' }] },
  ],
  'caller-and-line': ['who called', { caller: 'plugins/pools.go:17' }],
  'frames-as-items': [
    'frames as items of an array',
    { backtrace: ['Pools.Remove', 'at Api.Delete(Int32 id)'] },
  ],
  'file-and-line-as-text': [
    'the error of another service as a text',
    { cause: '{"file":"pools.php","function":"remove","line":12}' },
  ],
};

/** Error bodies that other services have, by what fails first. */
const SHAPES: Readonly<Record<string, readonly [says: string, field: string, change: Change]>> = {
  'error-message': [
    'says `error_message` for `error_msg`',
    'error_msg',
    renamed('error_msg', 'error_message'),
  ],
  'error-code-camel-case': [
    'says `errorCode` for `error_code`',
    'error_code',
    renamed('error_code', 'errorCode'),
  ],
  'error-wrapped': [
    'has its members within `error`',
    'error_code',
    (answer) => ({ ...answer, body: { error: answer.body } }),
  ],
  'error-of-problems': [
    'has the members of RFC 9457',
    'error_code',
    (answer) => ({ ...answer, body: { type: 'about:blank', title: 'Bad Request', status: 400 } }),
  ],
  'error-empty-object': ['is an empty object', 'error_code', (answer) => ({ ...answer, body: {} })],
  'error-code-and-msg-swapped': [
    'has code and text swapped',
    'error_code',
    (answer) => ({
      ...answer,
      body: { error_code: 'Bad request.', error_msg: 'ModelArts.50004000' },
    }),
  ],
};

const internals: readonly Deviation[] = Object.entries(INTERNALS).map(([name, [what, text]]) => ({
  name,
  title: `The 400 of a DELETE shows ${what}.`,
  catches: 'delete.error.no-internals',
  answer: on400(setting('error_msg', text)),
}));

const sideBySide: readonly Deviation[] = Object.entries(SIDE_BY_SIDE).map(([name, [what, members]]) => ({
  name,
  title: `The 400 of a DELETE shows ${what} in members of its own.`,
  catches: 'delete.error.no-internals',
  answer: on400((answer) =>
    isJsonObject(answer.body) ? { ...answer, body: { ...answer.body, ...members } } : answer,
  ),
}));

const elsewhere: Deviation = {
  name: 'stack-trace-401',
  title: 'The 401 of a DELETE without valid credentials shows a stack trace.',
  catches: 'delete.error.no-internals',
  answer: (answer, context) =>
    isRefusedDelete(context, 'no-token', 'wrong-token')
      ? setting('error_msg', INTERNALS['stack-trace']?.[1] ?? '')(answer, context)
      : answer,
};

const beside: Deviation = {
  name: 'stack-trace-beside',
  title: 'The 400 of a DELETE has a stack trace in a member of its own.',
  catches: 'delete.error.no-internals',
  answer: on400(setting('stack', INTERNALS['stack-of-node']?.[1] ?? '')),
};

const shapes: readonly Deviation[] = Object.entries(SHAPES).map(([name, [says, field, change]]) => ({
  name,
  title: `The 400 of a DELETE ${says}.`,
  catches: `delete.400.body.${field}`,
  answer: on400(change),
}));

/** Everything that can be wrong with what an error says, beyond its fields one by one. */
export const errors: readonly Deviation[] = [...shapes, ...internals, ...sideBySide, elsewhere, beside];

function renamed(from: string, to: string): Change {
  return (answer, context) => {
    const value: Json | undefined = isJsonObject(answer.body) ? answer.body[from] : undefined;
    return setting(to, value ?? '')(removing(from)(answer, context), context);
  };
}
