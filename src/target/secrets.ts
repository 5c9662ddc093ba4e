/** The values of one run that must never be shown; more become known while it goes on. */
export interface Secrets {
  /** Every value so far, none empty, in the order in which they became known. */
  readonly all: () => readonly string[];
  /** Takes a value that became known: a token from IAM, a signature. */
  readonly add: (value: string) => void;
}

/** Secrets that this process alone knows, beginning with those of the settings. */
export function openSecrets(initial: readonly string[]): Secrets {
  const values = new Set(initial.filter((value) => value !== ''));
  return {
    all: () => [...values],
    add: (value) => {
      if (value !== '') values.add(value);
    },
  };
}
