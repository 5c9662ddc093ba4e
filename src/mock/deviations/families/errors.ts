import { type Change, isRefusedDelete, on400, removing, setting } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import type { Json } from '../../json.ts';
import { isJsonObject } from '../../json.ts';

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
export const errors: readonly Deviation[] = [...shapes, ...internals, elsewhere, beside];

function renamed(from: string, to: string): Change {
  return (answer, context) => {
    const value: Json | undefined = isJsonObject(answer.body) ? answer.body[from] : undefined;
    return setting(to, value ?? '')(removing(from)(answer, context), context);
  };
}
