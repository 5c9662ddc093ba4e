import { expect } from '@playwright/test';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import { harParts, reportHar } from '../../src/engine/report/har.ts';
import { HarError } from '../../src/engine/report/har-reader.ts';
import { evidenceOf, readRecording } from '../../src/engine/report/har-recording.ts';
import { largeList } from '../determinism/large-list.ts';
import { test } from '../own-test.ts';
import { withRecorded } from './recorded.ts';
import { SAMPLE } from './sample.ts';

const INPUT = withRecorded(SAMPLE);
const TEXT = reportHar(INPUT);

/** A text in pieces that end within lines and within characters. */
function pieces(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const length = 61;
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
}

test('what a run recorded is read back whole, however the file comes', () => {
  const cut = pieces(TEXT);
  // The bytes of a character but its first begin with 10.
  expect(cut.some(([first = 0]) => first >> 6 === 0b10)).toBe(true);
  const read = readRecording(cut);
  expect(read).toEqual({
    run: SAMPLE.report.run.id,
    exchanges: SAMPLE.exchanges,
    recorded: INPUT.recorded,
  });
  expect(readRecording([Buffer.from(TEXT)])).toEqual(read);
  const evidence = evidenceOf(read);
  expect(evidence.map(({ exchanges: _, ...rest }) => rest)).toEqual(INPUT.recorded);
  expect(evidence.flatMap(({ exchanges }) => exchanges)).toHaveLength(SAMPLE.exchanges.length);
});

test('of a long List what was judged of it is read back, with its entries', () => {
  const condensed = largeList();
  const exchanges = SAMPLE.exchanges.map((one): Exchange => {
    const { response } = one;
    if (one.index !== 0 || response === null) return one;
    return { ...one, response: { ...response, body: { ...response.body, data: '{}', condensed } } };
  });
  const [part = ''] = [[...harParts({ ...INPUT, exchanges })].join('')];
  const { exchanges: read } = readRecording([Buffer.from(part)]);
  const [first] = read;
  expect(condensed.items?.table.length).toBeGreaterThan(0);
  expect(first?.response?.body.condensed?.items).toEqual(condensed.items);
  expect(first?.response?.body.data).toBe('{}');
});

for (const [what, change, place] of [
  [
    'begins as another program writes it',
    (text: string) => text.replace('"entries": [', '"entries":['),
    'begin',
  ],
  [
    'ends within its entries',
    (text: string) => text.slice(0, text.lastIndexOf('\n]}}')),
    'ends within `/log/entries`',
  ],
  ['goes on after its end', (text: string) => `${text}{}\n`, 'goes on after its end'],
  ['has an entry that is no JSON', (text: string) => text.replace('\n{', '\n{,'), '`/log/entries/0`'],
  ['has no run', (text: string) => text.replace('"_run"', '"_runs"'), '`/log/_run`'],
  ['has no scenarios', (text: string) => text.replace('"_scenarios"', '"_scenes"'), '`/log/_scenarios`'],
  [
    'has an outcome of what was not sent that is none',
    (text: string) => text.replace('"outcome":"not-observed"', '"outcome":"passed"'),
    '`/log/_scenarios/0/withheld/0/outcome`',
  ],
] as const) {
  test(`a recording that ${what} is refused with the place`, () => {
    const changed = change(TEXT);
    // Not the texts themselves: what is expected of them is sent to another process, and they are long.
    expect(changed === TEXT).toBe(false);
    expect(() => readRecording([Buffer.from(changed)])).toThrow(HarError);
    expect(() => readRecording([Buffer.from(changed)])).toThrow(place);
  });
}

test('an exchange of a scenario that recorded nothing is refused', () => {
  const read = readRecording([Buffer.from(TEXT)]);
  const [, ...recorded] = read.recorded;
  expect(() => evidenceOf({ ...read, recorded })).toThrow('no `/log/_scenarios` for `/log/entries/');
});
