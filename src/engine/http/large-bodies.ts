import type { Body, OperationId } from '../model/exchange.ts';

/** Takes a text that is too long to be kept in memory, piece by piece, and says what is kept of it. */
export interface CondenseText {
  readonly push: (text: string) => void;
  /** `isWholeKept`: false where the whole text must not be kept. */
  readonly end: (bytes: number, isWholeKept?: boolean) => CondensedText;
}

/** What is kept of a text. */
export type CondensedText = Required<Pick<Body, 'encoding' | 'data' | 'condensed'>> & Pick<Body, 'notKept'>;

/** What a text is of. */
export interface LargeText {
  readonly operation: OperationId | null;
  /** Of bytes that are no UTF-8 each is one character. */
  readonly encoding: Body['encoding'];
}

/** What is kept of the bodies of a run. */
export interface KeptBodies {
  /** A body of more bytes than this, its content codings undone, is not kept as it came. */
  readonly most: () => number;
  readonly condense: (of: LargeText) => CondenseText;
  /** What was made of the same bytes before, while the same secrets were known; undefined where they are new. */
  readonly again: (key: string) => CondensedText | undefined;
  readonly remember: (key: string, made: CondensedText) => void;
  /** Gives the first of all bodies that are equal: what is known of one is then worked out, and kept in memory, once. */
  readonly keep: (body: Body) => Body;
  /** So many bytes of header lines may still be kept; what is given is. */
  readonly room: (bytes: number) => boolean;
}
