import type { Body, Exchange, HeaderLine, RecordedResponse, Trouble } from '../model/exchange.ts';
import { HarError, HarReader } from './har-reader.ts';

export { HarError };

const PURPOSES = ['probe', 'sign-in', 'list', 'install', 'settle', 'read-back', 'look', 'remove'] as const;
const OPERATIONS = ['DeletePlugin', 'CreatePlugin', 'ListPlugins', 'ShowPlugin'] as const;
const TROUBLES = ['unsent', 'silent', 'not-http', 'malformed', 'cut', 'interrupted'] as const;

/** Reads the exchanges of a HAR file that this suite wrote; throws a HarError, one sentence with the place. */
export function readHar(text: string): readonly Exchange[] {
  const entries = HarReader.of(text).at('log').list('entries');
  return entries.map(readEntry);
}

function readEntry(entry: HarReader, index: number): Exchange {
  const request = entry.at('request');
  const [timings, postData] = [entry.at('_timings'), request.optional('postData')];
  return {
    index,
    scenario: entry.text('_scenario'),
    probe: entry.isNull('_probe') ? null : entry.text('_probe'),
    purpose: entry.oneOf('_purpose', PURPOSES),
    operation: entry.isNull('_operation') ? null : entry.oneOf('_operation', OPERATIONS),
    instance: entry.number('_instance'),
    startedAt: entry.text('startedDateTime'),
    durationMs: entry.number('_durationMs'),
    timings: {
      connect: timings.number('connect'),
      wait: timings.number('wait'),
      receive: timings.number('receive'),
    },
    request: {
      method: request.text('method'),
      url: request.text('url'),
      headers: request.list('headers').map(headerLine),
      body: postData === null ? null : postData.text('text'),
    },
    response: entry.isTrue('_answered') ? readResponse(entry.at('response')) : null,
    trouble: entry.isNull('_trouble') ? null : readTrouble(entry.at('_trouble')),
  };
}

function readResponse(response: HarReader): RecordedResponse {
  return {
    status: response.number('status'),
    reason: response.text('statusText'),
    httpVersion: response.text('httpVersion'),
    headers: response.list('headers').map(headerLine),
    body: readBody(response),
  };
}

function readBody(response: HarReader): Body {
  const [content, own] = [response.at('content'), response.optional('_body')];
  const codingError = own?.optionalText('codingError');
  return {
    encoding:
      content.optionalText('encoding') === undefined ? 'utf-8' : content.oneOf('encoding', ['base64']),
    data: content.text('text'),
    bytesOnWire: response.number('bodySize'),
    ...(codingError === undefined ? {} : { codingError }),
    ...(own?.isTrue('codingUnsupported') === true ? { codingUnsupported: true } : {}),
    ...(own?.isTrue('truncated') === true ? { truncated: true } : {}),
  };
}

function readTrouble(trouble: HarReader): Trouble {
  const [bytes, code, proxy] = (['bytes', 'code', 'proxy'] as const).map((name) =>
    trouble.optionalText(name),
  );
  return {
    kind: trouble.oneOf('kind', TROUBLES),
    message: trouble.text('message'),
    ...(bytes === undefined ? {} : { bytes }),
    ...(code === undefined ? {} : { code }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(trouble.isTrue('transient') ? { transient: true } : {}),
  };
}

function headerLine(pair: HarReader): HeaderLine {
  return [pair.text('name'), pair.text('value')];
}
