import type { Report } from '../model/report.ts';
import type { ResourceWords } from '../model/resource.ts';
import { loopbackNote } from './loopback-note.ts';
import { markdownCode, markdownSentence } from './markdown-text.ts';
import { durationText, limitText } from './words.ts';

/** What has to be known of the target before anything else is: that it was a mock, or on the machine of the run. */
export function standingBlocks(report: Report): readonly string[] {
  const { mock, deviation } = report.target;
  const near = loopbackNote(report);
  if (!mock) return near === null ? [] : [`> ${markdownSentence(near)}`];
  const wrong = deviation === null ? '' : ` with the deviation ${markdownCode(deviation)}`;
  return [`> **Mock:** this run was against a mock${wrong}; it says nothing of a real endpoint.`];
}

/** What was tested, how, by which description, when and by what: a list. */
export function targetBlock(
  { target, contract, suite, startedAt, durationMs, limits, strict }: Report,
  words: ResourceWords,
): string {
  const most = limits === undefined ? '' : ` of at most ${limitText(limits.longestMs)}`;
  return [
    `- endpoint ${markdownCode(target.endpoint)}, project ${markdownCode(target.project)}`,
    `- ${words.item} ${markdownCode(target.item)} in ${words.collection} ${markdownCode(target.collection)}, source ${target.source}`,
    `- authentication: ${markdownSentence(target.authentication)}`,
    `- contract ${markdownCode(`${contract.title} ${contract.version}`)}, SHA-256 ${markdownCode(contract.sha256)}`,
    `- started ${markdownCode(startedAt)}, took ${durationText(durationMs)}${most}, suite ${markdownCode(suite.version)}${strict ? ', strict' : ''}`,
  ].join('\n');
}
