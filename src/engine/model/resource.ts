/** The names in a path, before they are percent-encoded: of a project, a collection in it and an item of that. */
export interface Names {
  readonly project: string;
  readonly collection: string;
  readonly item: string;
}

/** How an API calls an item and a collection of them, e.g. `note` and `notebook`. */
export type ResourceWords = Readonly<Record<'item' | 'collection', string>>;

/** What the members of files are called that hold names of an API's own, e.g. `noteId` for that of an item. */
export type FileKeys = Readonly<Record<keyof Names | 'source', string>>;

/** What is known of one item from a List, Show, Create or Delete answer, read leniently. */
export interface ResourceView {
  /** The name that its path has; null where it is missing or no string. */
  readonly item: string | null;
  /** `metadata.name` */
  readonly name: string | null;
  /** `metadata.creationTimestamp` */
  readonly creationTimestamp: string | null;
  /** The same as it came, where it is no text; undefined where it is one, or missing. */
  readonly oddTime?: unknown;
  /** `status.phase` */
  readonly phase: string | null;
  /** `spec.template.version` */
  readonly version: string | null;
  /** `spec.template.inputs`; undefined where it is missing, or where `spec` is a hash. */
  readonly inputs: unknown;
  /** `spec` as it came; in a List that is too long to be kept the hash of it, which is equal where the values are. */
  readonly spec: unknown;
  /** The `uid` of each resource that the item uses, by kind, namespace and name; undefined where none is told. */
  readonly uids?: ReadonlyMap<string, string>;
}

/** Reads one entry of a List; null where it is no object. */
export type ReadItem = (value: unknown) => ResourceView | null;

/** The names of all members that a description has in a body, at whatever depth: of a large body they are kept first. */
export interface DocumentedMembers {
  readonly names: ReadonlySet<string>;
  /** Those of them that are maps. */
  readonly maps: ReadonlySet<string>;
}

/** An entry of a List that is too long to be kept. */
export interface BriefResource extends ResourceView {
  /** The hash of `spec`, the same where the values are equal; left out where there is no `spec`. */
  readonly specHash?: string;
}

/** The entries of a List that is too long to be kept: stretches of the table of all that the run has seen in such Lists. */
export interface ListedBriefly {
  /** Grows during the run; what stands in it stays. */
  readonly table: readonly BriefResource[];
  /** Pairs of places in the table: the first of a stretch, and the one after its last. */
  readonly stretches: readonly number[];
}
