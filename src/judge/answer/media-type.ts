import { MIMEType } from 'whatwg-mimetype';
import type { RecordedResponse } from '../../model/exchange.ts';

/** The values of a header, in the order of its lines; its name in any letter case. */
export function headerValues({ headers }: RecordedResponse, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([one]) => one.toLowerCase() === wanted).map(([, value]) => value);
}

/** The media type of an answer; null where it has none, several, or one that is no media type. */
export function mediaTypeOf(response: RecordedResponse): MIMEType | null {
  const [value, ...more] = new Set(headerValues(response, 'content-type'));
  return value === undefined || more.length > 0 ? null : MIMEType.parse(value);
}

/** Whether an answer says that it is HTML. */
export function isHtml(response: RecordedResponse): boolean {
  return mediaTypeOf(response)?.isHTML() ?? false;
}
