import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { JUDGING } from './judge/all-cases.ts';
import { test } from './own-test.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every TypeScript file of the project below a folder, e.g. `src/engine/judge/rule.ts`; not what a test installs meanwhile. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const sources = filesBelow('src');
const tests = filesBelow('tests');

/** The folders that a file imports from and does not stand in, by their rows below, e.g. `engine/judge`. */
function foldersOf(file: string): readonly string[] {
  const paths = [
    ...read(file).matchAll(/(?:\bfrom|\bimport\(|\bnew URL\()\s*['"`](\.[^'"`]+\.ts|#[^'"`]+)['"`]/g),
  ];
  const targets = paths.map(([, path = '']) => (path[0] === '#' ? 'src/app/' : join(dirname(file), path)));
  return targets.map(folderOf).filter((one) => one !== folderOf(file));
}

/** The innermost folder with a row that a file stands in; the file itself where there is none. */
function folderOf(file: string): string {
  const around = Object.keys(DIRECTIONS).filter((folder) => file.startsWith(`src/${folder}/`));
  return around.sort((a, b) => b.length - a.length)[0] ?? file;
}

/** Whether a folder is the room of a pattern, e.g. `engine/*`, or one in it. */
function isWithin(folder: string, pattern: string): boolean {
  return pattern.endsWith('/*') && `${folder}/`.startsWith(pattern.slice(0, -1));
}

const JUDGED = ['engine', 'engine/model', 'engine/contract', 'engine/judge'];

/** `app → suites → trials → lifecycle → engine`: what each folder may import from, beside itself. */
const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  'engine/model': ['engine'],
  'engine/contract': ['engine', 'engine/model'],
  'engine/secrets': ['engine', 'engine/model'],
  'engine/http': ['engine', 'engine/model', 'engine/secrets'],
  'engine/judge': ['engine', 'engine/model', 'engine/contract'],
  'engine/verdict': JUDGED,
  'engine/report': [...JUDGED, 'engine/verdict', 'engine/secrets'],
  'engine/history': [...JUDGED, 'engine/report'],
  'engine/compare': ['engine', 'engine/model', 'engine/report'],
  'engine/recording': ['engine/*'],
  lifecycle: ['engine/*'],
  'lifecycle/settings': ['engine/*'],
  'lifecycle/effects': JUDGED,
  'lifecycle/rules': [...JUDGED, 'lifecycle/effects'],
  'lifecycle/large': ['engine/*'],
  'lifecycle/locks': ['engine/*', 'lifecycle/settings'],
  'lifecycle/walk': ['engine/*', 'lifecycle/*'],
  'lifecycle/masked': ['engine/*', 'lifecycle/*'],
  trials: ['engine/*', 'lifecycle/*', 'trials/*'],
  'trials/mock': ['engine', 'engine/model'],
  'suites/huaweicloud': ['engine/*', 'lifecycle/*', 'trials/*', 'suites/huaweicloud/*'],
  // A mock checks what the suite sends, so it shares no code with what sends it.
  'suites/huaweicloud/mock': ['engine', 'engine/model', 'trials/mock'],
  'suites/modelarts-plugins': ['engine/*', 'lifecycle/*', 'trials/*', 'suites/*'],
  // What requests have to be refused its deviations ask of the suite; how it answers shares nothing with that.
  'suites/modelarts-plugins/mock': [
    ...['engine', 'engine/model', 'trials/mock', 'suites/huaweicloud/mock', 'suites/modelarts-plugins'],
  ],
  'suites/modelarts-plugins/scenarios': ['engine', 'engine/model', 'suites/modelarts-plugins'],
  app: ['engine/*', 'lifecycle/*', 'trials/*', 'suites/*'],
};

test('every file stands in a folder that has a row, and every row has files', () => {
  expect([...new Set(sources.map(folderOf))].sort()).toEqual(Object.keys(DIRECTIONS).sort());
});

test('no folder imports against the direction', () => {
  const strangers = Object.entries(DIRECTIONS).map(([folder, allowed]) => {
    const imported = sources.filter((file) => folderOf(file) === folder).flatMap(foldersOf);
    const mayNot = (one: string) => !allowed.some((wide) => wide === one || isWithin(one, wide));
    return [folder, [...new Set(imported)].filter(mayNot).sort()] as const;
  });
  expect(Object.fromEntries(strangers.filter(([, found]) => found.length > 0))).toEqual({});
});

test('no path depends on how deep a file stands', () => {
  const relativePaths = /['"`]\.\.?\/[^'"`]*['"`],\s*import\.meta|\bimport\.meta\.dirname|\b__dirname/;
  expect(sources.filter((file) => relativePaths.test(read(file)))).toEqual([]);
});

test('the judge has no network, no clock, no files and no environment', () => {
  const judging = sources.filter((file) => JUDGING.some((place) => file.startsWith(place)));
  expect(judging).not.toEqual([]);
  for (const file of judging) {
    expect([
      file,
      read(file).match(/'node:|Date\.now|new Date\(|performance\.|Math\.random|process\./),
    ]).toEqual([file, null]);
  }
});

test('only the settings read the environment, and the model has no run time but the exit codes', () => {
  const readers = sources.filter((file) => /process\.env\b/.test(read(file)));
  expect(readers.filter((file) => !file.startsWith('src/app/settings/'))).toEqual([]);
  const running = sources
    .filter((file) => /^src\/(?:engine\/model\/|trials\/model\.ts$)/.test(file))
    .flatMap((file) => [...read(file).matchAll(/^(?:export )?(?:const|let|function|class) (\w+)/gm)]);
  expect(running.map(([, name]) => name)).toEqual(['EXIT']);
});

/** These write to the standard streams: what prints our lines, what guards them, and what looks after both. */
const PRINTERS = ['block', 'print', 'stream-guard', 'standard-streams', 'terminal-voice'].map(
  (name) => `src/app/terminal/${name}.ts`,
);

/** How a text gets to a stream past them. */
const PRINTS =
  /\bconsole\s*(?:\?\.|\.|\[)|\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*std(?:out|err)|\{[^{}]*\bstd(?:out|err)\b[^{}]*\}\s*=\s*process\b|_rawDebug|writeSync\(\s*[12]\b|['"`]\/dev\/(?:std|tty|fd)|['"`]inherit['"`]|from 'node:(?:console|process)'/;

test('nothing is printed past what makes texts of others inert', () => {
  for (const way of [
    'console.log(a)',
    "console['log'](a)",
    'process.stdout.write(a)',
    "process['stderr'].write(a)",
    'const { stdout } = process;',
    'writeSync(1, a)',
    "import { stdout } from 'node:process';",
  ]) {
    expect([way, PRINTS.test(way)]).toEqual([way, true]);
  }
  const printing = sources.filter((file) => PRINTS.test(read(file)));
  expect(printing.filter((file) => file !== 'src/engine/secrets/shield.ts')).toEqual([...PRINTERS].sort());
});

test('no file is long', () => {
  const long = [...sources, ...tests].filter((file) => read(file).trimEnd().split('\n').length > 250);
  expect(long).toEqual([]);
});

test('no folder or file is called utils, helpers or common', () => {
  expect([...sources, ...tests].filter((file) => /\b(utils?|helpers?|common)\b/i.test(file))).toEqual([]);
});

test('no test is left out', () => {
  const left = tests.filter((file) => /\b(test|describe)\.(skip|only|fixme)\b/.test(read(file)));
  expect(left).toEqual([]);
});

/** Where packages are named: those of the project, and those that its own work is compared with. */
const PACKAGES = [
  '.',
  ...['', '/dredd', '/formats', '/har-proxy', '/nodes', '/prism', '/recorders'].map(
    (folder) => `tests/outside${folder}`,
  ),
];

test('the lock files name no host', () => {
  for (const folder of PACKAGES) {
    expect(read(`${folder}/package-lock.json`).match(/"resolved": "https?:[^"]*"/)).toBeNull();
  }
});

test('every dependency has a line in ARCHITECTURE.md', () => {
  const names = PACKAGES.flatMap((folder) => {
    const named: Record<string, Record<string, string>> = JSON.parse(read(`${folder}/package.json`));
    const own = Object.keys({ ...named['dependencies'], ...named['devDependencies'] });
    expect([folder, own]).not.toEqual([folder, []]);
    return own;
  });
  const text = existsSync(join(ROOT, 'ARCHITECTURE.md')) ? read('ARCHITECTURE.md') : '';
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
