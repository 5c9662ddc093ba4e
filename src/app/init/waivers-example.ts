/** How far ahead the day of the example is: near enough for any limit that is set on waivers. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** The text of a `waivers.yaml` that waives nothing: an example, all of it commented out. */
export function firstWaivers(now: Date): string {
  const until = new Date(now.getTime() + DAYS * DAY_MS).toISOString().slice(0, 10);
  return [
    '# Violations that somebody answers for until a day; none yet. Take away the `# ` in front of these lines for the first one.',
    '# `npx --no conformance explain` lists the requirements.',
    '#',
    '# - requirement: delete.200.body.status.phase',
    '#   reason: The vendor mends it with the next release.',
    `#   until: ${until}   # the last day on which it holds`,
    '#   approvedBy: A. Person',
    '#   scope: modelarts.eu-de.example.com   # optional: this host alone',
    '',
  ].join('\n');
}
