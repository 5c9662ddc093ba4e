import { durationText } from '../../engine/report/words.ts';
import type { Sensitivity, Trial } from '../model.ts';
import { doubtsOf } from './doubts.ts';
import { sentencesOf } from './sentences.ts';

/** As many names of one kind as the terminal shows; the page has all. */
const MOST = 20;

/** What the trials show, for a terminal. */
export function sensitivityText(report: Sensitivity): string {
  const doubts = doubtsOf(report).flatMap(({ title, says, names }) => [
    '',
    `${title}: ${says}`,
    ...names.slice(0, MOST).map((name) => `  ${name}`),
    ...(names.length > MOST ? [`  and ${names.length - MOST} more`] : []),
  ]);
  const verdict = doubts.length === 0 ? 'The suite is as sensitive as it says.' : 'Not everything is proven.';
  return [
    verdict,
    ...sentencesOf(report).map((sentence) => `  ${sentence}`),
    ...doubts,
    '',
    `Seed ${report.seed}, ${durationText(report.durationMs)}.`,
  ].join('\n');
}

/** What the suite made of one server, for a terminal. */
export function trialText({ truth, name, title, verdict, reason, catches, failed, deviated }: Trial): string {
  return [
    `${name} (${truth}): ${title}`,
    `  verdict   ${verdict}: ${reason}`,
    ...(catches === null ? [] : [`  meant for ${catches}`]),
    ...failed.map((id, at) => `  ${at === 0 ? 'not held ' : '         '} ${id}`),
    ...(truth === 'deviating' ? [`  ${deviatedText(deviated)}`] : []),
  ].join('\n');
}

function deviatedText(deviated: number): string {
  const requests = deviated === 1 ? '1 request' : `${deviated} requests`;
  return `${requests} met something else than the plain mock would have done`;
}
