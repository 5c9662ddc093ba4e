import { expect } from '@playwright/test';
import type { Report, ReportInput } from '../../src/engine/model/report.ts';
import { reportHtml } from '../../src/engine/report/html.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { loopbackNote } from '../../src/engine/report/loopback-note.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { test } from '../own-test.ts';
import { SAMPLE } from './sample.ts';

function at(endpoint: string, mock = false): { readonly report: Report } & ReportInput {
  const { report } = SAMPLE;
  return { ...SAMPLE, report: { ...report, target: { ...report.target, endpoint, mock } } };
}

const HERE = [
  ...['http://127.0.0.1:8443', 'https://127.255.3.4', 'http://localhost/api', 'https://LOCALHOST.:9'],
  ...['http://mock.localhost:4010', 'http://[::1]:8080', 'http://[::ffff:127.0.0.1]', 'http://0.0.0.0:1'],
  // As parsers read them.
  ...['http://127.1', 'http://2130706433', 'http://0x7f.1'],
];
const ELSEWHERE = [
  ...[
    'https://notes.example.com',
    'https://localhost.example.com',
    'https://mylocalhost',
    'https://128.0.0.1',
  ],
  ...['https://127.0.0.1.example.com', 'https://10.0.0.1', 'http://[::2]', 'http://[::ffff:10.0.0.1]'],
  ...['127.0.0.1', 'no URL', ''],
];

test('an endpoint on this machine is told by its host, whatever way it is written', () => {
  expect(loopbackNote(at('https://127.0.0.1:8443/api').report)).toBe(
    'The endpoint was on this machine (`127.0.0.1:8443`).',
  );
  for (const endpoint of HERE) expect([endpoint, loopbackNote(at(endpoint).report)]).not.toContain(null);
  for (const endpoint of ELSEWHERE) expect([endpoint, loopbackNote(at(endpoint).report)]).toContain(null);
  expect(loopbackNote(at('http://127.0.0.1:4010', true).report)).toBeNull();
});

test('page and summary say it of a run against this machine, JUnit does not, and of a mock none does', () => {
  const [here, mock] = [at('http://127.0.0.1:8443'), at('http://127.0.0.1:8443', true)];
  expect(reportHtml(here).split('</header>')[0]).toContain(
    '<b role="note">The endpoint was on this machine (<code>127.0.0.1:8443</code>).</b>',
  );
  expect(reportMarkdown(here)).toContain('\n> The endpoint was on this machine (`127.0.0.1:8443`).\n');
  for (const input of [mock, SAMPLE]) {
    for (const text of [reportHtml(input), reportMarkdown(input)])
      expect(text).not.toContain('on this machine');
  }
  expect(reportJunit(here)).not.toContain('on this machine');
});
