/** What tells one run, and one request, from another. */
const IDS =
  /"(id|requestId|date)": "(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\w{3}, [^"]+ GMT)"/g;

const DATE_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?/g;

/** How long the waits and the answers of a run took, in milliseconds. */
const DURATIONS = /"(durationMs|ms|min|p50|max)": [\d.]+/g;

/** A text without its times. */
export function withoutTimes(text: string): string {
  return text.replaceAll(DATE_TIME, 'T');
}

/** The text of a `conformance.json` without what differs in two runs that find the same. */
export function comparableJson(text: string): string {
  return withoutTimes(text).replaceAll(IDS, '"$1": ""').replaceAll(DURATIONS, '"$1": 0');
}
