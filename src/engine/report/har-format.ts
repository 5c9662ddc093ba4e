import type { Evidence } from '../model/evidence.ts';
import type { Condensed, Exchange, HeaderLine } from '../model/exchange.ts';
import type { BriefResource } from '../model/resource.ts';

/** The version of the format: HAR 1.2. */
export const HAR_VERSION = '1.2';

/** A name and a value, as HAR writes headers and query parameters. */
export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** What HAR has no member for; the format allows any member that begins with an underscore. */
export type OwnMembers = {
  readonly [K in
    | 'scenario'
    | 'probe'
    | 'purpose'
    | 'operation'
    | 'names'
    | 'instance'
    | 'trouble'
    | 'durationMs'
    | 'timings' as `_${K}`]: Exchange[K];
} & {
  /** Tells a status line that says 0 from none. */
  readonly _answered: boolean;
  /** In which attempt at its scenario it was sent, from 1. */
  readonly _attempt: number;
  /** The entry whose response has the same body, where that is long: the text stands there alone. */
  readonly _sameAs?: number;
};

/** What the format's `content` cannot say of a body. */
export interface OwnBody {
  readonly codingError?: string;
  readonly codingUnsupported?: true;
  readonly truncated?: true;
  /** Why the body, or its whole text, is not kept. */
  readonly notKept?: string;
  /** Why a recording by another tool does not have the body, or not all of it. */
  readonly unrecorded?: string;
  /** Of a body that is too long to be kept in memory what was judged of it; `text` is the whole where there was room. */
  readonly condensed?: HarCondensed;
  readonly headersCut?: true;
}

/** The same as `Condensed`. */
export interface HarCondensed {
  readonly bytes: number;
  readonly sha256: string;
  readonly state: Condensed['state'];
  readonly partial: boolean;
  /** True where `text` is the whole body. */
  readonly isWhole: boolean;
  /** Where `text` is the whole body, what was judged of it; earlier versions leave it out. */
  readonly judged?: string;
  /** Of a List: pairs of places in `log._items`, the first of a stretch and the one after its last. */
  readonly items?: readonly number[];
}

/** An entry of `log._items`: what stays of one of the items of a List that is too long to be kept. */
export interface HarItem
  extends Pick<BriefResource, 'name' | 'creationTimestamp' | 'item' | 'version' | 'phase' | 'specHash'> {
  /** The JSON text of `spec`, where it was kept. */
  readonly spec?: string;
  readonly uids?: readonly (readonly [resource: string, uid: string])[];
}

/** An entry of `log._scenarios`: what a scenario recorded beside its exchanges. */
export type HarScenario = Omit<Evidence, 'exchanges'>;

/** One entry of the file, as far as this suite writes it. */
export interface HarEntry extends OwnMembers {
  readonly startedDateTime: string;
  /** The sum of `timings`, as the format asks. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarPair[];
    readonly queryString: readonly HarPair[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarPair[];
    readonly content: {
      readonly size: number;
      readonly mimeType: string;
      readonly text?: string;
      readonly encoding?: 'base64';
      readonly comment?: string;
    };
    readonly redirectURL: string;
    readonly headersSize: -1;
    /** Bytes on the wire; -1 where no status line came. */
    readonly bodySize: number;
    readonly _body?: OwnBody;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: {
    readonly blocked: number;
    readonly dns: -1;
    readonly connect: number;
    readonly send: number;
    readonly wait: number;
    readonly receive: number;
    readonly ssl: -1;
  };
}

/** The first value of a header; '' where there is none. */
export function headerValue(headers: readonly HeaderLine[], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}
