/** What is known of requirements beside what judges them, by their ids. */
export interface Sources {
  /** What the documents say: sentences, each with its clause, in the order of the document. */
  readonly says: Readonly<Record<string, readonly SaidThere[]>>;
  /** The names of the deviations that are there to break it. */
  readonly proofs: Readonly<Record<string, readonly string[]>>;
}

/** A sentence of a document, and where it stands. */
export interface SaidThere {
  /** Left out where the clause says of which it is. */
  readonly document?: string;
  readonly clause: string;
  readonly says: string;
}
