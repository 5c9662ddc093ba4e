import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { test } from './own-test.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file}`)
  .filter((file) => file.endsWith('.ts'))
  .sort();

const texts = new Map(sources.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

/** The files of `src/` that each imports, types counted. */
const imports = new Map(
  [...texts].map(([file, text]) => [
    file,
    [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path)),
  ]),
);

/** A way from a file back to itself; [] where there is none. */
function circleOf(file: string): readonly string[] {
  const from = new Map<string, string>();
  const left = [file];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const next of imports.get(at) ?? []) {
      if (from.has(next)) continue;
      from.set(next, at);
      if (next !== file) left.push(next);
    }
  }
  if (!from.has(file)) return [];
  const way = [file];
  for (let at = from.get(file); at !== undefined && at !== file; at = from.get(at)) way.push(at);
  return [...way, file].reverse();
}

test('no file imports itself by way of others, types counted', () => {
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  expect(sources.map(circleOf).filter((way) => way.length > 0)).toEqual([]);
});

test('engine and lifecycle are a good half of the house', () => {
  const linesOf = (room: string) =>
    [...texts].filter(([file]) => file.startsWith(`src/${room}`)).flatMap(([, text]) => text.split('\n'))
      .length;
  expect(linesOf('engine/') / linesOf('')).toBeGreaterThanOrEqual(0.3);
  expect(linesOf('lifecycle/') / linesOf('')).toBeGreaterThanOrEqual(0.12);
});

/** Words of the one endpoint that the suite knows, and of its vendor. */
const OF_ONE_API = /plug-?in|modelarts|huawei|pool_?name|template_?name/i;

test('no file of engine and lifecycle names the endpoint or its vendor', () => {
  const ofRooms = [...texts].filter(([file]) => /^src\/(?:engine|lifecycle)\//.test(file));
  expect(ofRooms.length).toBeGreaterThan(100);
  const naming = ofRooms.flatMap(([file, text]) =>
    text.split('\n').flatMap((line) => (OF_ONE_API.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
  expect(naming).toEqual([]);
});
