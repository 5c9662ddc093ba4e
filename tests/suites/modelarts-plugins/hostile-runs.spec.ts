import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import fc from 'fast-check';
import pc from 'picocolors';
import { judge } from '../../../src/engine/judge/judge.ts';
import type { Report, ReportInput } from '../../../src/engine/model/report.ts';
import { harParts } from '../../../src/engine/report/har.ts';
import { readHar } from '../../../src/engine/report/har-read.ts';
import { annotatedBody } from '../../../src/engine/report/html/annotated-body.ts';
import { reportHtml } from '../../../src/engine/report/html.ts';
import { reportJson } from '../../../src/engine/report/json.ts';
import { reportJunit } from '../../../src/engine/report/junit.ts';
import { reportMarkdown } from '../../../src/engine/report/markdown.ts';
import { reportTerminal } from '../../../src/engine/report/terminal.ts';
import { seenAnswers } from '../../../src/engine/verdict/seen-answers.ts';
import { conclude } from '../../../src/engine/verdict/verdict.ts';
import { applyWaivers } from '../../../src/engine/verdict/waivers.ts';
import { scenarios } from '../../../src/suites/modelarts-plugins/scenarios/scenarios.ts';
import { reportedPlugins } from '../../../src/suites/modelarts-plugins/suite.ts';
import { theBrowser } from '../../browser.ts';
import { test } from '../../own-test.ts';
import { asWritten } from '../../report/as-written.ts';
import { reportOf, SAMPLE } from '../../report/sample.ts';
import { FULL } from '../../report/sample-full.ts';
import { longIf } from '../../slow.ts';
import { given } from './given.ts';
import { type HostileRun, hostileRuns } from './hostile/runs.ts';

const SEED = 20_250_317;
const RUNS = 100;

const WAIVERS = ['delete.200.status', 'delete.effect.neighbours'].map((requirement) => ({
  requirement,
  reason: 'A ticket.',
  until: '2030-01-01',
  approvedBy: 'us',
}));

/** What a viewer acts on or hides; line feeds are ours, tabs stand in bodies. */
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The report of a run, as the end of a campaign makes it. */
function reported({ evidence, source }: HostileRun): ReportInput {
  const judged = applyWaivers(judge({ ...given, evidence, source, settleTimeoutMs: 900_000 }), WAIVERS, {
    host: 'host.example',
    collection: 'pool',
    strict: false,
  });
  const concluded = conclude(judged, {
    strict: false,
    interrupted: false,
    ...seenAnswers(given.suite, evidence),
  });
  const states = scenarios.map(({ id, title, chapter }): Report['scenarios'][number] => {
    const own = evidence.find((one) => one.scenario === id);
    const blocked = own?.blocked ?? null;
    const state = own === undefined ? 'not-run' : blocked === null ? 'carried-through' : 'blocked';
    return { id, title, chapter, state, blocked };
  });
  const notes = evidence.flatMap((one) => one.notes);
  const report = reportOf(judged, { ...concluded, scenarios: states, notes });
  return { suite: reportedPlugins, report, exchanges: evidence.flatMap((one) => one.exchanges) };
}

/** The names of elements and attributes that a page uses. */
function markupOf(page: string): ReadonlySet<string> {
  const tags = page.match(/<[a-z][^\s>]*(?:\s[a-z-]+(?:="[^"]*")?)*/gi) ?? [];
  return new Set(tags.flatMap((tag) => tag.replace(/="[^"]*"/g, '').split(/\s+/)));
}

/** What is said of a member that is missing in a body. */
const MISSING = annotatedBody({ encoding: 'utf-8', data: '{"a":1}', bytesOnWire: 7 }, [
  { pointer: '/b', kind: 'violation', message: '`b` is missing.', requirement: 'a', isMissing: true },
]);

const KNOWN = markupOf([...[SAMPLE, FULL].map(reportHtml), String(MISSING)].join(''));

/** Where a text has something that acts. */
function actsIn(text: string): readonly string[] {
  const at = text.search(ACTIVE);
  return at === -1 ? [] : [JSON.stringify(text.slice(Math.max(0, at - 60), at + 20))];
}

/** As JSON knows it: without what is undefined. */
function whole<Value>(value: Value): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** What is wrong with the reports of a run. */
function faultsOf(input: ReportInput): readonly string[] {
  const page = reportHtml(input);
  const texts = {
    terminal: reportTerminal(input, { colors: pc.createColors(false), columns: 80, page: null }),
    markdown: reportMarkdown(input),
    junit: reportJunit(input),
    page,
  };
  const strange = [...markupOf(page)].filter((name) => !KNOWN.has(name));
  const har = [...harParts(input)].join('');
  const exchanges = input.exchanges.map((one, index) => ({ ...one, index }));
  return [
    ...Object.entries(texts).flatMap(([name, text]) =>
      actsIn(text).map((where) => `${name} is not inert: ${where}`),
    ),
    ...(strange.length > 0 ? [`the page has ${strange.join(', ')}`] : []),
    ...(isDeepStrictEqual(JSON.parse(reportJson(input)), asWritten(input.report, input.suite.resource))
      ? []
      : ['the JSON differs']),
    ...(isDeepStrictEqual(readHar(har), whole(exchanges)) ? [] : ['the HAR differs']),
  ];
}

for (const seed of [SEED + 11, SEED + 12]) {
  test(`${RUNS} hostile runs are reported, seed ${seed}${longIf(seed !== SEED + 11)}`, async () => {
    test.setTimeout(600_000);
    const inputs = fc.sample(hostileRuns, { seed, numRuns: RUNS }).map(reported);
    const faults = inputs.flatMap((input, run) => faultsOf(input).map((fault) => `run ${run}: ${fault}`));
    expect(faults).toEqual([]);
    expect(new Set(inputs.map(({ report }) => report.verdict)).size).toBeGreaterThan(1);
    const files = inputs.map(reportJunit);
    const tab = await (await theBrowser()).newPage();
    const broken = await tab.evaluate<(string | null)[]>(`${JSON.stringify(files)}.map((text) =>
      new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent ?? null)`);
    expect(broken.filter((one) => one !== null)).toEqual([]);
    expect(broken).toHaveLength(RUNS);
  });
}
