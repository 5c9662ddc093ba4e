import { HAR, JSON_FILE, type Loose } from '../forged.ts';
import { differs, entry, FAILED, type Forgery, isOf, LEDGER, later, lines } from './forgery.ts';

/** What was recorded is another, and the sums are made again; nothing is signed. */
export const OF_RECORDING: readonly Forgery[] = [
  {
    what: 'one byte of a body',
    forge: (files) =>
      files
        .entries(
          entry((one) => {
            one.response.content.text = one.response.content.text.replace('"v2"', '"v3"');
          }),
        )
        .summed(),
    code: 1,
    says: 'delete.200.body.apiVersion: the pack says passed, the rules say failed',
  },
  {
    what: 'a body with what was missing',
    forge: (files) =>
      files
        .entries((all) => {
          for (const one of all.filter(({ _probe }) => /^delete/.test(_probe ?? ''))) {
            const body = JSON.parse(one.response.content.text);
            if (body.status !== undefined) body.status.phase = 'Running';
            one.response.content.text = JSON.stringify(body);
            one.response.content.size = one.response.content.text.length;
          }
          return all;
        })
        .summed(),
    code: 1,
    says: `${FAILED}: the pack says failed`,
  },
  {
    what: 'the status of an answer',
    forge: (files) => files.entries(entry((one) => (one.response.status = 202))).summed(),
    code: 1,
    says: 'delete.200.status: the pack says passed',
  },
  {
    what: 'the status of a refusal',
    forge: (files) =>
      files.entries(entry((one) => (one.response.status = 404), isOf('ill-formed-pool'))).summed(),
    code: 1,
    says: 'delete.400.ill-formed.pool-name: the pack says passed, the rules say drift',
  },
  {
    what: 'two exchanges swapped',
    forge: (files) =>
      files
        .entries((all) => {
          const at = all.findIndex((one) => one._probe === 'no-token' && one._purpose === 'probe');
          const to = all.findIndex((one) => one._probe === 'put' && one._purpose === 'probe');
          [all[at], all[to]] = [all[to], all[at]];
          return all;
        })
        .summed(),
    code: 1,
    says: differs(JSON_FILE),
  },
  {
    what: 'an install dropped',
    forge: (files) => files.entries((all) => all.filter((_, index) => index !== installIn(all))).summed(),
    code: 5,
    says: `\`${LEDGER}\` has 2 accepted installs, and \`${HAR}\` 1.`,
  },
  {
    what: 'a deletion dropped',
    forge: (files) =>
      files
        .entries((all) => all.filter((one) => !/^delete/.test(one._probe ?? '') || one._purpose !== 'probe'))
        .summed(),
    code: 5,
    says: `\`${LEDGER}\` has 2 accepted deletions, and \`${HAR}\` 0.`,
  },
  {
    what: 'a refusal dropped',
    forge: (files) => files.entries((all) => all.filter((one) => one._probe !== 'wildcard')).summed(),
    code: 1,
    says: 'delete.400.unknown.wildcard: the pack says passed',
  },
  {
    what: 'an exchange added',
    forge: (files) => files.entries((all) => [...all.slice(0, 3), ...all.slice(2)]).summed(),
    code: 5,
    says: 'accepted installs',
  },
  {
    what: 'an exchange of another instance',
    forge: (files) => files.entries(entry((one) => (one._instance = 7))).summed(),
    code: 1,
    says: /the pack says|is not what the evidence gives/,
  },
  {
    what: 'an exchange of another attempt',
    forge: (files) => files.entries(entry((one) => (one._attempt = 2))).summed(),
    code: 1,
    says: /the pack says|is not what the evidence gives/,
  },
  {
    what: 'a request that went elsewhere',
    forge: (files) =>
      files
        .entries(entry((one) => (one.request.url = one.request.url.replace('127.0.0.1', '127.0.0.2'))))
        .summed(),
    code: 5,
    says: 'was sent elsewhere than to',
  },
  {
    what: 'what nobody reads in the evidence',
    forge: (files) => files.entries(entry((one) => (one.response.content.comment = 'Forged.'))).summed(),
    code: 5,
    says: /Entry \d+ of `reports\/evidence.har` is not written as this suite writes/,
  },
  {
    what: 'how long an answer took',
    forge: (files) => files.entries(entry((one) => (one._durationMs += 1))).summed(),
    code: 5,
    says: /Entry \d+ of/,
  },
  {
    what: 'what a scenario recorded beside',
    forge: (files) =>
      files.edit(HAR, (text) => text.replace('"notes":[]', '"notes":[{"message":"Forged."}]')).summed(),
    code: 1,
    says: differs(JSON_FILE),
  },
  {
    what: 'the clock set back',
    forge: (files) =>
      files
        .entries((all) => {
          for (const one of all.slice(50)) one.startedDateTime = later(one.startedDateTime, -60_000);
          return all;
        })
        .summed(),
    code: 5,
    says: 'The clock was set back: entry 50 of',
  },
  {
    what: 'evidence that ends early',
    forge: (files) =>
      files
        .edit(
          HAR,
          lines((all) => all.slice(0, 20)),
        )
        .summed(),
    code: 5,
    says: 'The HAR file ends within',
  },
];

function installIn(all: readonly Loose[]): number {
  return all.findIndex((one) => one._purpose === 'install');
}
