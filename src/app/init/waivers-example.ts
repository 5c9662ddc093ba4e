import { dayOf, daysLater } from '../../engine/verdict/days.ts';

/** How far ahead the day of the example is: near enough for any limit that is set on waivers. */
const DAYS = 30;

/** The text of a `waivers.yaml` that waives nothing: an example, all of it commented out. */
export function firstWaivers(now: Date): string {
  const today = dayOf(now.toISOString());
  const until = daysLater(today, DAYS);
  return [
    '# Violations that somebody answers for until a day; none yet. Take away the `# ` in front of these lines for the first one.',
    '# `npx --no conformance waive --help` writes them for you; `npx --no conformance waivers check` looks after them.',
    '# `npx --no conformance explain` lists the requirements.',
    '#',
    '# - requirement: delete.200.body.status.phase',
    '#   reason: The vendor mends it with the next release.',
    `#   until: ${until}   # the last day on which it holds`,
    '#   approvedBy: A. Person',
    '#   scope: modelarts.eu-de.example.com   # optional: this host alone',
    '#   pool: pool-a                         # optional: this pool alone',
    "#   fingerprints: ['0123456789ab']       # optional: no other failure of it, as `conformance.json` has them",
    '#   ticket: OPS-7                        # optional: where more is said of it',
    `#   since: ${today}                    # optional: the day on which it was first granted`,
    '',
  ].join('\n');
}
