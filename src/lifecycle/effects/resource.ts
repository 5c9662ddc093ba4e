import type { JudgedSuite, Subject } from '../../engine/judge/rule.ts';
import type { OperationId } from '../../engine/model/exchange.ts';
import type { FileKeys, ListedBriefly, ResourceView, ResourceWords } from '../../engine/model/resource.ts';

/** What of a resource is read to judge what became of it; the suite knows how. */
export interface ReadResource {
  readonly words: ResourceWords;
  /** What the ledger and the reports call the names. */
  readonly keys: FileKeys;
  /** The operations of the description by what they do to it. */
  readonly operations: Readonly<Record<'create' | 'show' | 'list' | 'delete', OperationId>>;
  /** What a Show describes; null where its answer describes none. */
  readonly readShown: (value: unknown) => ResourceView | null;
  /** What the answer of a List names, by the collection that it was asked for; null where it is no List. */
  readonly readList: (value: unknown, collection: string) => readonly ResourceView[] | null;
  /** The same of a List that was too long to be kept. */
  readonly readListedBriefly: (listed: ListedBriefly, collection: string) => readonly ResourceView[];
  /** What its phase is called while it comes, where that failed, and while it goes. */
  readonly phases: {
    readonly underWay: readonly string[];
    readonly failed: string;
    readonly leaving: string;
  };
  /** What else an item of a collection may be meant by, beside its own name. */
  readonly otherNames: (view: ResourceView, collection: string) => readonly string[];
  /** The statuses of a Show that mean that there is no such resource: those that pages have, and others that are drift. */
  readonly denials: { readonly documented: readonly number[]; readonly drift: readonly number[] };
}

/** What the rules about a resource say of it. */
export interface JudgedResource {
  readonly words: ResourceWords;
  /** Where the document says that it is deleted, and that the path names one item. */
  readonly clauses: { readonly deletion: string; readonly item: string };
  /** Ids of the readings of the description that they rest on. */
  readonly readings: Readonly<Record<'deleted' | 'staysDeleted' | 'others' | 'refused', readonly string[]>>;
}

/** The part of a suite that is read of a resource which is created, shown, listed and deleted. */
export interface LifecycleSuite extends JudgedSuite {
  readonly resource: ReadResource;
}

/** The suite of a subject. Throws where that knows no resource: then it was put together wrongly. */
export function suiteOf({ suite }: Pick<Subject, 'suite'>): LifecycleSuite {
  if (!isOfLifecycle(suite))
    throw new Error('A rule about what became of a resource needs a suite with one.');
  return suite;
}

function isOfLifecycle(suite: JudgedSuite): suite is LifecycleSuite {
  return 'resource' in suite;
}

/** Whether this status of a Show means that there is no such resource. */
export function saysGone({ denials: { documented, drift } }: ReadResource, status: number | null): boolean {
  return status !== null && (documented.includes(status) || drift.includes(status));
}

/** What a Show of a resource that is gone is answered, in words, e.g. `404 or 400`. */
export function denialInWords({ denials: { documented } }: ReadResource): string {
  return documented.join(' or ');
}

/** Whether a resource is on its way out. */
export function isLeaving({ phases }: ReadResource, { phase }: Pick<ResourceView, 'phase'>): boolean {
  return phase === phases.leaving;
}

/** The resource of a subject's suite. */
export function resourceOf(subject: Pick<Subject, 'suite'>): ReadResource {
  return suiteOf(subject).resource;
}
