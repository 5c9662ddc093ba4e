import { expect, test } from '@playwright/test';
import { internalsIn } from '../../src/judge/answer/internals.ts';

const INTERNALS = [
  'java.lang.NullPointerException\n\tat com.example.A$B.run(A.java:12)',
  'at jdk.internal.reflect.Method.invoke(Native Method)',
  'Caused by: org.example.BadStateException: no',
  'Traceback (most recent call last):\n  File "/srv/app/x.py", line 3, in delete',
  'File "x.py", line 3',
  'panic: nil\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/x.go:12 +0x1d',
  'handler.go:210: pool is nil',
  'Error: no\n    at del (/srv/app/x.js:1:2)',
  'at node:internal/process/task_queues:95:5',
  'PHP Fatal error: no in /var/www/x.php on line 7',
  '#0 /var/www/x.php(12): fn()',
  'at Plug.Delete() in C:\\src\\Plug.cs:line 3',
  "thread 'main' panicked at src/main.rs:4:5\nstack backtrace:",
  '/srv/app/x.rb:12:in `delete`',
  '/usr/local/openresty/handler.lua:42: attempt to index a nil value',
  'assertion failed at /src/pool.c:118',
  'java.lang.NullPointerException: null\n\tat a.b.C.d(C.java)',
  'Died at /srv/lib/Pools.pm line 12.',
  'error in pools.py, line 12',
  'pools.js at line 12',
  'src/pools.ts(12,5): pool is undefined',
  'assertion failed: pools.hpp:12',
  '(plug 1.1) lib/pools.ex:12: Pools.remove/1',
  'Fatal error: nil: file Plugins/Remove.swift, line 12',
];

const WORDS = [
  'Bad request.',
  'The plug-in is at pool-a (node-local-dns:1.6.36).',
  'Ask https://api.example.py:443/v2 or example.rs:8080 again.',
  'Ask example.cc:443 again.',
  'Ask https://api.example.pl:443/v2 again.',
  'values.json, line 12 has no name.',
  'invalid request:line 1 column 5',
  'See the file at line 12 of your template.',
  'modelarts.eu-de.example.com:443 refused the call at 12:30:05',
  'Caused by: a missing name',
  'Not_A_Name! is no name; x.java is none either',
];

for (const text of INTERNALS) {
  test(`internals: ${text.replace(/\s+/g, ' ').slice(0, 50)}`, () => {
    expect(internalsIn(text)).not.toBeNull();
    expect(internalsIn(JSON.stringify({ error_msg: text }))).not.toBeNull();
  });
}

for (const text of WORDS) {
  test(`words: ${text}`, () => {
    expect(internalsIn(text)).toBeNull();
  });
}
