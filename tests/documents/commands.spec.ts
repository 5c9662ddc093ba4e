import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { settingsTable } from '../../src/suites/modelarts-plugins/settings/table.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { blocksOf, DOCUMENTS, proseOf, read } from './documents.ts';

/** Every piece of code of a document: what stands between backticks, and the lines of its blocks. */
function codeOf(path: string): readonly string[] {
  const text = read(path);
  const lines = blocksOf(text).flatMap((block) => block.text.split('\n'));
  return [...[...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code), ...lines];
}

/** The commands of a piece of code, each as its words: what follows `conformance`, up to what ends a command. */
function commandsOf(code: string): readonly (readonly string[])[] {
  const plain = code.replace(/\bnpm run conformance(?: --)?/g, 'conformance run').replace(/ {2,}#.*/, '');
  const found = plain.matchAll(/(?:^|[\s/])(?:conformance|\$CONFORMANCE)((?: [^\s|;&#`')]+)+)/g);
  return [...found].map(([, words = '']) => words.trim().split(' '));
}

/** What is called `conformance` and no command: the name of a volume, of a group, of a job; reports. */
const NAMES = /^(?:gate|nightly|reports)$/;

const asked = new Map<string, Promise<string>>();

function helpOf(command: string): Promise<string> {
  const help = asked.get(command) ?? printedHelp(command);
  asked.set(command, help);
  return help;
}

async function printedHelp(command: string): Promise<string> {
  const { code, stdout } = await conformance([...(command === '' ? [] : [command]), '--help']);
  expect([command, code]).toEqual([command, 0]);
  return stdout;
}

test('every command that a document names exists, with its options', async () => {
  const commands = new Set([...(await helpOf('')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name));
  expect([...commands]).toContain('run');
  const named = DOCUMENTS.flatMap((path) =>
    codeOf(path).flatMap((code) => commandsOf(code).map((words) => [path, code, words] as const)),
  );
  expect(named.length).toBeGreaterThan(40);
  for (const [path, code, [name = '', ...words]] of named) {
    if (NAMES.test(name) || name === '--version') continue;
    expect([path, code, [...commands]]).toEqual([path, code, expect.arrayContaining([name])]);
    const said = await helpOf(name);
    for (const option of words.filter((word) => word.startsWith('--')))
      expect([path, code, said]).toEqual([
        path,
        code,
        expect.stringMatching(new RegExp(`^ +${option}\\b`, 'm')),
      ]);
  }
});

test('an option that stands alone in a document is one of some command', async () => {
  const commands = [...(await helpOf('')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  const all = (await Promise.all(commands.filter((name) => name !== 'help').map(helpOf))).join('');
  // Of npm, npx, Docker and Playwright.
  const others = ['--no', '--ui', '--grep', '--debug', '--reporter', '--env-file'];
  for (const path of DOCUMENTS) {
    for (const code of codeOf(path).filter((one) => one.startsWith('--'))) {
      const [option = ''] = code.split(' ');
      if (others.includes(option)) continue;
      expect([path, option, all]).toEqual([path, option, expect.stringContaining(` ${option}`)]);
    }
  }
});

test('every script of npm that a document names exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const path of DOCUMENTS) {
    const named = codeOf(path).flatMap((code) => [...code.matchAll(/\bnpm run ([\w:]+)/g)]);
    for (const [, name = ''] of named)
      expect([path, name, Object.keys(scripts)]).toEqual([path, name, expect.arrayContaining([name])]);
  }
});

test('a packed file that a document names is that of this version', () => {
  const { name, version } = JSON.parse(read('package.json'));
  const named = DOCUMENTS.flatMap((path) => read(path).match(/[\w-]+-[\d.]+\.tgz/g) ?? []);
  expect([...new Set(named)]).toEqual([`${name}-${version}.tgz`]);
});

test('every setting that a document names is one', () => {
  // What a run gives a pipeline of GitLab.
  const told = ['CONFORMANCE_VERDICT', 'CONFORMANCE_EXIT_CODE'];
  const known: readonly string[] = [...settingsTable.map(({ name }) => name), ...told];
  for (const path of DOCUMENTS) {
    const named = read(path).match(/\b(?:MODELARTS|HUAWEICLOUD|CONFORMANCE)_[A-Z_]+\b/g) ?? [];
    expect([path, named.filter((name) => !known.includes(name))]).toEqual([path, []]);
  }
});

test('blocks in YAML and JSON are whole', () => {
  for (const path of DOCUMENTS) {
    for (const { language, text } of blocksOf(read(path))) {
      if (language === 'json') expect(() => JSON.parse(`{${text}}`)).not.toThrow();
      if (language === 'yaml') expect(() => parse(text)).not.toThrow();
    }
  }
});

test('in a clone and below a package the command never asks a registry for another', () => {
  for (const path of DOCUMENTS)
    for (const code of codeOf(path))
      expect([path, code]).toEqual([path, expect.not.stringMatching(/\bnpx (?:-y |--yes )?conformance\b/)]);
});
