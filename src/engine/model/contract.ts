import type { Basis, Broken, FindingBasis } from './requirement.ts';

/** A keyword of a field's schema whose source is another than the field's. */
export interface Addition {
  /** As JSON Schema calls it, e.g. `pattern`. */
  readonly keyword: string;
  readonly basis: FindingBasis;
  /** What was added to the sentence of the page, and why. */
  readonly note: string;
}

/** The extension `x-instance`: a member that tells of the instance which an answer describes. */
export interface InstanceMark {
  /** What ids call it, e.g. `creationTimestamp`. */
  readonly as: string;
  /** True where every look at the instance may leave it out, so that there is nothing to compare. */
  readonly optional?: true;
  /** Ids of the readings that the comparison rests on, beside those of the rule. */
  readonly readings?: readonly string[];
}

/** A documented member of a body, or the body itself. */
export interface Field {
  /** Dotted path as in requirement ids, e.g. `status.resources.involvedObject.kind`; '' for the body itself. */
  readonly path: string;
  /** The same path as JSON Pointer steps, `*` standing for any array index. */
  readonly steps: readonly string[];
  readonly required: boolean;
  readonly basis: Basis;
  readonly clause: string;
  readonly additions: readonly Addition[];
  /** Ids of the readings that it rests on, each once. */
  readonly readings: readonly string[];
  /** What is expected, in words, e.g. `one of "Pending", "Running"`. */
  readonly expected: string;
  /** Set where it tells of the instance that the answer describes. */
  readonly instance?: InstanceMark;
}

/** One way a body does not fit a schema. */
export interface SchemaError {
  /** Path of the field it belongs to (see Field.path). */
  readonly field: string;
  /** The keyword that does not fit, in kebab-case; `missing` for what must be there and is not. */
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** That of the keyword that does not fit. */
  readonly basis: FindingBasis;
  readonly note?: string;
}

/** Where it comes from that an answer has these media types, and what one that has another breaks. */
export interface MediaSource {
  readonly basis: Basis;
  readonly clause: string;
  readonly breaks?: Broken;
}

/** The members of a body that no page names: pointers of the first of them, and how many others there are. */
export interface Undocumented {
  readonly pointers: readonly string[];
  readonly more: number;
}

/** What a documented value may hold: items, and members whose names are free. */
export interface Holding {
  readonly items: boolean;
  readonly freeNames: boolean;
}

/** One documented answer of an operation. */
export interface DocumentedResponse {
  /** As the description calls it: a status, a range such as `5XX`, or `default` for all others. */
  readonly key: string;
  readonly basis: Basis;
  readonly clause: string;
  /** What its body is: `none` where it has none. */
  readonly content: 'json' | 'other' | 'none';
  /** Without parameters, e.g. `application/json`, or `application/*`; [] where it has no body. */
  readonly mediaTypes: readonly string[];
  /** Where it comes from that these are they; null where the description says no more than that they are. */
  readonly mediaSource: MediaSource | null;
  /** The one of them whose schema judges the body; null where none does. */
  readonly judgedAs: string | null;
  /** Every documented member, the body itself (path '') first. */
  readonly fields: readonly Field[];
  /** Judges a parsed body; [] where it fits. Never throws, never changes the body. */
  readonly validate: (body: unknown) => readonly SchemaError[];
  /** The members that no page names (drift). */
  readonly undocumented: (body: unknown) => Undocumented;
  /** Paths of the documented fields that the body has. */
  readonly observed: (body: unknown) => ReadonlySet<string>;
  /** What the documented value at these steps holds; an index of an array is a number. */
  readonly holds: (steps: readonly (string | number)[]) => Holding;
  /** What of it cannot be told, a sentence each: e.g. where other members than the documented ones may be. */
  readonly untold: readonly string[];
}

/** One operation of the description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template, e.g. `/v1/{notebook}/notes/{note}`. */
  readonly path: string;
  /** By their keys, in the order of the description. */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
}

/** A contradiction or gap of the documents, and how it is read. */
export interface Reading {
  readonly id: string;
  readonly documents: string;
  readonly reading: string;
}

/** The compiled OpenAPI description. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  /** Lower-case hex SHA-256 of the description file's bytes. */
  readonly sha256: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** In the order of the list in `x-readings`. */
  readonly readings: readonly Reading[];
}
