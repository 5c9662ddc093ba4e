import type { Condensed, Exchange, HeaderLine } from '../../engine/model/exchange.ts';
import { curlOf } from '../../engine/report/curl.ts';
import { beginning, inert, shownText } from '../../engine/report/inert.ts';
import { shortPath } from '../../engine/report/short-path.ts';

/** As many characters of a body as an attachment shows; `evidence.har` has it whole. */
const MOST = 16 * 1024;

/** The name of an exchange: `DELETE /v1/…/notes/milk 204 (exchange 95)`. */
export function exchangeTitle({ request, response, index }: Exchange): string {
  const answered = response === null ? 'no answer' : response.status;
  return shownText(`${request.method} ${shortPath(request.url)} ${answered} (exchange ${index})`);
}

/** An exchange as people read HTTP: the request, what came back, and a command that sends it again. */
export function exchangeText(exchange: Exchange): string {
  const { request, response, trouble, index, durationMs } = exchange;
  const answer =
    response === null
      ? []
      : [
          '',
          `${response.httpVersion} ${response.status} ${response.reason}`,
          ...headerText(response.headers),
          '',
          ...(response.body.condensed === undefined ? [] : [condensedText(response.body.condensed)]),
          beginning(response.body.data, MOST),
        ];
  const lines = [
    `Exchange ${index}, ${durationMs} ms`,
    '',
    `${request.method} ${request.url}`,
    ...headerText(request.headers),
    ...(request.body === null ? [] : ['', request.body]),
    ...answer,
    ...(trouble === null ? [] : ['', trouble.message]),
    ...(trouble?.bytes === undefined || response !== null ? [] : ['The bytes that came:', trouble.bytes]),
    '',
    curlOf(exchange),
    '',
  ];
  return inert(lines.join('\n'));
}

function condensedText({ bytes }: Condensed): string {
  return `(What was judged of a body of ${bytes} bytes:)`;
}

function headerText(headers: readonly HeaderLine[]): string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}
