import type { Contract } from '../model/contract.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange, Purpose } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Because } from '../model/report.ts';
import type {
  About,
  Basis,
  Broken,
  OperationUnderTest,
  Outcome,
  Requirement,
  Title,
} from '../model/requirement.ts';
import type { Probe, Scenario } from '../model/scenario.ts';

/** What became of a requirement, the findings that say so, and why where it neither passed nor failed. */
export interface Judged {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly because?: Because;
  /** Indexes of the exchanges that show it, in order; left out where it was not judged by any. */
  readonly exchanges?: readonly number[];
  /** At which attempt it was conclusive, or after how many it is not; left out where that is the first. */
  readonly attempts?: number;
}

/** What a rule looks at: one probe, its answer, and what was recorded around it. */
export interface Subject {
  readonly suite: JudgedSuite;
  readonly contract: Contract;
  readonly probe: Probe;
  /** Which attempt at its scenario this is, from 1, and how many were made. */
  readonly attempt: number;
  readonly attempts: number;
  /** How long a removal may take, in milliseconds. */
  readonly settleTimeoutMs: number;
  /** The evidence of the probe's scenario, of this attempt alone. */
  readonly evidence: Evidence;
  /** The evidence of the scenarios, and of the attempts, before it, in the order of the walk. */
  readonly earlier: readonly Evidence[];
  /** The probe's requests, in order; more than one where trouble made it be sent again. [] where it was not sent. */
  readonly tries: readonly Exchange[];
  /** The last of `tries`; null where none was sent. */
  readonly exchange: Exchange | null;
}

/** A requirement before its suite is known: what it is about gives its id, its group and the scenarios that show it. */
export interface Demand extends About, Omit<Requirement, 'id' | 'group' | 'scenarios'> {
  /** What its violations break, where that is not what those of the rule break. */
  readonly breaks?: Broken;
  /** True where holding proves nothing unless the accepted request, of which this one is a broken twin, was accepted. */
  readonly needsTwin?: true;
  /** Which probes show it. */
  readonly shownBy: (probe: Probe) => boolean;
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
  /** True where the bytes of an answer show it, and its text does not. */
  readonly needsBytes?: true;
  /** True where the headers of an answer show it. */
  readonly needsHeaders?: true;
  /** The requirements that it yields. */
  readonly demands: (given: Given, rule: Rule) => readonly Demand[];
  /** Whether this subject shows the requirement at all: false leaves it not observed. */
  readonly appliesTo: (subject: Subject, demand: Demand) => boolean;
  /** Why none of the subjects shows the requirement, where a rule does not always apply. */
  readonly unseen?: (subjects: readonly Subject[], demand: Demand) => Because;
  /** What shows it beside the request of a subject, where that is anything: the looks before and after. */
  readonly looks?: (subject: Subject) => readonly Exchange[];
  /** The ways in which the requirement was not met; [] means it holds. Total, pure, never throws. */
  readonly judge: (subject: Subject, demand: Demand) => readonly Finding[];
}

/** What demands are made of. */
export interface Given {
  readonly suite: JudgedSuite;
  readonly contract: Contract;
}

/** The part of a suite that the judge reads; it is handed in, and knows the API. */
export interface JudgedSuite {
  /** The operations under test, in the order of the report. */
  readonly operations: readonly OperationUnderTest[];
  /** The documented answers without which there is no verdict, and the method of the requests under test. */
  readonly decisive: { readonly method: string; readonly statuses: readonly number[] };
  /** The chapters of the document that scenarios stand in. */
  readonly chapters: readonly string[];
  /** In the order of the walk. */
  readonly scenarios: readonly Scenario[];
  /** In the order in which their requirements are reported. */
  readonly rules: readonly Rule[];
  /** The facets that are about no one answer, in the order of the report. */
  readonly facets: readonly string[];
  /** In the order of the page. */
  readonly groups: readonly RequirementGroup[];
  /** The request that is sent before and after one under test: what that fares no better than is no answer of the endpoint. */
  readonly control: { readonly title: string; readonly purpose: Purpose };
  /** The header of an answer that says what the target calls its request, in lower case. */
  readonly requestIdHeader: string;
  /** What the effects of a request tell of an answer that says nothing. */
  readonly effects: {
    /** Whether it was carried out, or changed something, though a gateway answered in the endpoint's place. */
    readonly hadEffect: (subject: Subject) => boolean;
    /** Whether answers to what is to be accepted were lost so often that it is the endpoint's doing. */
    readonly isLostForGood: (subject: Subject) => boolean;
  };
  readonly words: {
    /** A request that is to be accepted, e.g. `DELETE of the installed note`, and one that is to be refused. */
    readonly accepted: string;
    readonly refused: string;
    /** Why the settings leave out what needs an instance of its own, a sentence. */
    readonly needsOwnInstance: string;
  };
}

/** Requirements that stand together on the page. */
export interface RequirementGroup {
  /** Ends its key, behind the operation and the documented answer that it is about, if any; '' for these alone. */
  readonly key: string;
  readonly facets: readonly string[];
  /** True where there is one for each documented answer. */
  readonly ofAnswer: boolean;
  /** Its heading; `status`: what the description calls the answer. */
  readonly title: (status: string) => string;
}
