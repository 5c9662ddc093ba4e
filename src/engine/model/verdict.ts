/** What a run says of the endpoint. */
export type Verdict = 'conformant' | 'conformant-with-waivers' | 'non-conformant' | 'inconclusive';

/** Exit codes of the command line; the first of fault, interrupted, nonConformant, inconclusive, ok that holds. */
export const EXIT = {
  ok: 0,
  nonConformant: 1,
  usage: 2,
  inconclusive: 3,
  fault: 4,
  interrupted: 130,
} as const;
