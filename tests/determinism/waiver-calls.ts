import * as yaml from 'yaml';
import { nearestOf } from '../../src/engine/nearest.ts';
import { SAMPLE, WAIVER } from '../report/sample.ts';
import type { Calls } from './calls.ts';

const PLACE = { host: 'host', collection: 'pool', strict: true };
const DAYS = ['2025-02-28', '2025-05-30', '2025-06-01'];

const requirements = () => structuredClone(SAMPLE.report.requirements);
const input = (waivers: unknown) => ({
  text: JSON.stringify(waivers),
  ...{ shown: 'a file', yaml, known: [WAIVER.requirement], nearestOf, today: '2025-05-01', maxDays: 90 },
});
const findings = () =>
  requirements().flatMap((one) => one.findings.map((finding) => [finding, one] as const));
const wrong = [{ requirement: 'a', until: '2026-01-01', fingerprints: ['A', 1], when: 2 }, 3];

/** How each function about waivers of `verdict/` and `report/` is called. */
export const WAIVER_CALLS: Calls = {
  'engine/verdict/days.ts': {
    dayOf: () => [['2025-03-17T12:29:18.123Z']],
    daysBetween: () => DAYS.map((day) => ['2025-05-01', day]),
    daysLater: () => DAYS.map((day) => [day, 30]),
    isDay: () => [...DAYS, '2025-02-30', 'soon'].map((day) => [day]),
  },
  'engine/judge/failing.ts': {
    failingFindings: () => requirements().flatMap((one) => [true, false].map((strict) => [one, strict])),
  },
  'engine/verdict/read-waivers.ts': {
    readWaivers: () => [[input([WAIVER])]],
    readPlacedWaivers: () => [[input([WAIVER])], [input([])]],
  },
  'engine/verdict/waiver-shape.ts': {
    shapeProblems: () => [
      [wrong, input(wrong)],
      ['a', input('a')],
    ],
  },
  'engine/verdict/waiver-sense.ts': {
    senseProblems: () => [
      [
        { value: [WAIVER, WAIVER], isRight: () => true, lineOf: () => 1 },
        { ...input([]), known: [] },
      ],
    ],
    isSame: () => [
      [WAIVER, WAIVER],
      [WAIVER, { ...WAIVER, fingerprints: [] }],
    ],
    tooFar: () => DAYS.map((day) => [day, { today: '2025-05-01', maxDays: 10 }]),
    unknownText: () => ['a', 'delete.404.status'].map((id) => [id, input([])]),
  },
  'engine/verdict/waivers.ts': {
    onDay: () => DAYS.map((day) => [[WAIVER], day]),
    waiversFor: () => [[[WAIVER, { ...WAIVER, scope: 'other' }], PLACE]],
    applyWaivers: () => [[requirements(), [WAIVER], PLACE]],
    isCovered: () => findings().map(([finding]) => [finding, WAIVER]),
  },
  'engine/verdict/waivers-to-look-after.ts': {
    waiversToLookAfter: () => DAYS.map((day) => [requirements(), [WAIVER], day]),
    notesOfWaivers: () => [
      [{ expired: [WAIVER], notYet: [WAIVER], stale: [WAIVER], expiring: [WAIVER] }, '2025-05-30'],
    ],
    isSoon: () => DAYS.map((day) => [WAIVER.until, day]),
    lastDay: () => DAYS.map((day) => [WAIVER.until, day]),
  },
  'engine/report/waiver-text.ts': {
    waiversOf: () => requirements().map((one) => [one]),
    waiverText: () => [[WAIVER]],
    approvalText: () => [[WAIVER]],
    waivedInPart: () => findings().map((given) => [...given]),
  },
};
