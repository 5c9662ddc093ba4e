import { isObject } from '../../engine/contract/json-value.ts';
import { type ReadBody, readBody } from '../../engine/judge/body/body.ts';
import type { Exchange, RecordedResponse } from '../../engine/model/exchange.ts';
import { listedIn } from '../effects/listed.ts';
import type { ReadResource } from '../effects/resource.ts';

/** Why a whole 200 to a List or a Show cannot be used, in words that follow the status; null where it can be. */
export function whyUnusable(
  resource: ReadResource,
  { operation }: Exchange,
  response: RecordedResponse,
): string | null {
  if (response.status !== 200) return null;
  if (response.body.truncated === true) return 'without an end within 64 MiB and the time limit of a request';
  const read = readBody(response.body);
  if (operation === resource.operations.list) {
    if (response.body.condensed?.items !== undefined && read.partial)
      return `with more ${resource.words.item}s than are told apart in a run`;
    return listedIn(resource, response, '') === null
      ? `${bodyWords(response, read)} and lists no ${resource.words.item}s`
      : null;
  }
  if (operation !== resource.operations.show) return null;
  return resource.readShown(read.value) === null
    ? `${bodyWords(response, read)} and describes no ${resource.words.item}`
    : null;
}

function bodyWords({ body }: RecordedResponse, { state, value }: ReadBody): string {
  if (body.codingError !== undefined && value === undefined)
    return `with a body that cannot be read (${body.codingError})`;
  switch (state) {
    case 'empty':
      return 'with a body that is empty';
    case 'not-json':
      return 'with a body that is no JSON';
    case 'too-deep':
    case 'too-many':
      return 'with a body that is too large to be read';
    default:
      return `with a body that is ${kindOf(value)}`;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'an array';
  if (!isObject(value)) return `a ${typeof value}`;
  const names = Object.keys(value)
    .slice(0, 3)
    .map((name) => JSON.stringify(name.slice(0, 40)));
  return names.length === 0 ? 'an empty object' : `an object of ${names.join(', ')}`;
}
