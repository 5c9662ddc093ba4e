import type { Sensitivity } from '../model.ts';

/** Something that the trials were to show and did not: what it is, and the names that it is about. */
export interface Doubt {
  readonly title: string;
  /** What it means, in one sentence. */
  readonly says: string;
  readonly names: readonly string[];
}

/** Everything that the trials were to show and did not; [] where the suite is what it says. */
export function doubtsOf({
  deviations,
  requirements,
  deadRules,
  conforming,
  disturbed,
}: Sensitivity): readonly Doubt[] {
  return [
    {
      title: 'Survived',
      says: 'These deviations took effect, and the suite did not call the server non-conformant.',
      names: deviations.survived,
    },
    {
      title: 'Without effect',
      says: 'These deviations changed no answer and no pool, so they show nothing.',
      names: deviations.broken,
    },
    {
      title: 'Unproven',
      says: 'No deviation makes these requirements fail first.',
      names: requirements.unproven,
    },
    {
      title: 'Dead rules',
      says: 'Without these rules every deviation would be caught all the same.',
      names: deadRules,
    },
    {
      title: 'False alarms',
      says: 'These servers conform, and the suite called them non-conformant.',
      names: conforming.falseAlarms,
    },
    {
      title: 'Untested',
      says: 'These servers conform, and the suite could not test them.',
      names: conforming.untested,
    },
    {
      title: 'Wrongly concluded',
      says: 'Trouble stood before these servers, and the suite concluded something of them.',
      names: disturbed.wrong,
    },
    {
      title: 'Not tried',
      says: 'No server of these kinds was tried.',
      names: Object.entries({ deviations, conforming, disturbed }).flatMap(([kind, { total }]) =>
        total === 0 ? [kind] : [],
      ),
    },
  ].filter(({ names }) => names.length > 0);
}
