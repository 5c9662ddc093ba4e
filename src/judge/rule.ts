import type { Contract } from '../model/contract.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Because } from '../model/report.ts';
import type { Basis, FindingBasis, Requirement, Title } from '../model/requirement.ts';
import type { Probe, Row } from '../model/scenario.ts';

/** What a rule looks at: one probe, its answer, and what was recorded around it. */
export interface Subject {
  readonly contract: Contract;
  readonly probe: Probe;
  /** How long a removal may take, in milliseconds. */
  readonly settleTimeoutMs: number;
  /** The evidence of the probe's scenario. */
  readonly evidence: Evidence;
  /** The evidence of the scenarios before it, in the order of the walk. */
  readonly earlier: readonly Evidence[];
  /** The probe's requests, in order; more than one where trouble made it be sent again. [] where it was not sent. */
  readonly tries: readonly Exchange[];
  /** The last of `tries`; null where none was sent. */
  readonly exchange: Exchange | null;
}

/** A requirement before the scenarios that show it are known. */
export type Demand = Omit<Requirement, 'scenarios'> & {
  /** Which probes of the rule's rows show it; all of them where it is left out. */
  readonly shownBy?: (probe: Probe) => boolean;
};

/** Where what a finding broke comes from, and what was added to the sentence there. */
export interface Broken {
  readonly basis: FindingBasis;
  readonly note: string;
}

/** One demand of the documents, or one demand per field or probe, and how it is judged. */
export interface Rule {
  /** The path of its file below `rules/`. */
  readonly id: string;
  readonly title: Title;
  readonly basis: Basis;
  readonly clause: string;
  /** What its violations break, where the clause alone does not say it; a finding may say otherwise. */
  readonly breaks?: Broken;
  /** Ids of the readings that each of its requirements rests on. */
  readonly readings?: readonly string[];
  /** The probes it looks at. */
  readonly rows: readonly Row[];
  /** True where holding proves nothing unless the accepted DELETE, of which the request is a broken twin, was accepted. */
  readonly needsTwin?: true;
  /** The requirements that it yields. */
  readonly demands: (contract: Contract, rule: Rule) => readonly Demand[];
  /** Whether this subject shows the requirement at all: false leaves it not observed. */
  readonly appliesTo: (subject: Subject, demand: Demand) => boolean;
  /** Why none of the subjects shows the requirement, where a rule does not always apply. */
  readonly unseen?: (subjects: readonly Subject[], demand: Demand) => Because;
  /** The ways in which the requirement was not met; [] means it holds. Total, pure, never throws. */
  readonly judge: (subject: Subject, demand: Demand) => readonly Finding[];
}
