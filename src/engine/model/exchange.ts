import type { ListedBriefly, Names } from './resource.ts';

/** One header line as it stood on the wire: the name in the sender's spelling, repeats kept in order. */
export type HeaderLine = readonly [name: string, value: string];

/** A body as text where its bytes are valid UTF-8 (a byte order mark is kept), else as base64. */
export interface Body {
  readonly encoding: 'utf-8' | 'base64';
  readonly data: string;
  /** Bytes as they came, before any content coding was undone. */
  readonly bytesOnWire: number;
  /** Set where the content coding could not be undone; `data` then holds the bytes as they came. */
  readonly codingError?: string;
  /** True where that coding is a registered one that the suite does not know how to undo. */
  readonly codingUnsupported?: true;
  /** True where the body was longer than is read (64 MiB), or took longer to be unpacked than its request had time; `data` holds the beginning of it, or of the bytes as they came where it is compressed. */
  readonly truncated?: true;
  /** Says why the body, or its whole text, is not kept: a secret in it could not be replaced, or it was not looked through. Where nothing else could be kept `data` is that sentence. */
  readonly notKept?: string;
  /** Of a recording by another tool: says that it does not have the body, or not all of it; a sentence. */
  readonly unrecorded?: string;
  /** Set where the body was read and is too long to be kept in memory; `data` then holds what is judged of it. */
  readonly condensed?: Condensed;
}

/** A body that is too long to be kept in memory, and what stays of it beside `data`. */
export interface Condensed {
  /** Of the body with its content codings undone, before secrets were replaced. */
  readonly bytes: number;
  /** Lower-case hex, of the text that reports show. */
  readonly sha256: string;
  /** Where it is JSON `data` is JSON too: what is documented, and the beginning of all else. Otherwise it is the body's beginning. */
  readonly state: 'json' | 'not-json' | 'too-deep';
  /** True where `data`, or `items`, lacks something that could be judged. */
  readonly partial: boolean;
  /** Of a List: its entries; `items` is empty in `data` then. */
  readonly items?: ListedBriefly;
  /** Where its whole text stands among the whole texts of the run, in bytes; null where there was no more room for it. */
  readonly whole: { readonly from: number; readonly to: number } | null;
}

/** A request as it was sent, secrets replaced. */
export interface RecordedRequest {
  readonly method: string;
  /** The whole URL, e.g. `https://host/v1/a/notes/b`. */
  readonly url: string;
  readonly headers: readonly HeaderLine[];
  /** The body's text; null where none was sent. */
  readonly body: string | null;
}

/** A response as it came, secrets replaced. */
export interface RecordedResponse {
  readonly status: number;
  readonly reason: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderLine[];
  /** True where lines were left out, or cut, because the answers of the run had too many bytes of them. */
  readonly headersCut?: true;
  readonly body: Body;
}

/**
 * Why no whole answer came.
 * `unsent`: name resolution, connection, TLS or proxy failed, nothing reached the target;
 * `silent`: the request went out and nothing came back (closed, reset or timed out);
 * `not-http`: bytes came that are no HTTP; `malformed`: they begin as HTTP and break RFC 9112; `cut`: an answer began, then it broke off or never ended;
 * `interrupted`: the run was ended from outside.
 */
export type TroubleKind = 'unsent' | 'silent' | 'not-http' | 'malformed' | 'cut' | 'interrupted';

/** What went wrong on the way: one sentence, and the bytes that came, if any, as text. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly message: string;
  readonly bytes?: string;
  /** Of what was never sent, and of what an alert or a bound of Node's parser ended: Node's name for the reason, e.g. `ECONNREFUSED`, the name of a TLS alert, or the status of a proxy's refusal. */
  readonly code?: string;
  /** The proxy whose fault it is, as `host:port`. */
  readonly proxy?: string;
  /** True where another try may fare better: the connection was reset or closed. */
  readonly transient?: true;
}

/** What a request is sent for; only `probe` is under test. */
export type Purpose =
  | 'probe' // the request under test
  | 'sign-in' // a token is fetched from IAM
  | 'list' // the collection, seen before and after
  | 'install' // the instance to be deleted is made ready
  | 'settle' // waiting until it is ready, or gone: Show, asked again and again
  | 'read-back' // Show of the instance just before its deletion, or of a name that must not exist
  | 'look' // Show of what stood in the collection, just after a request under test
  | 'remove'; // tidying up

/** The operation of the description that a request addresses; null for a method that the path does not document. */
export type OperationId = string;

/** One recorded request and its response. */
export interface Exchange {
  /** Position in the run, from 0: the index into the HAR file. */
  readonly index: number;
  readonly scenario: string;
  /** In which attempt at its scenario it was sent; left out in the first. */
  readonly attempt?: number;
  /** The probe it belongs to; null for the preparation of the scenario. */
  readonly probe: string | null;
  readonly purpose: Purpose;
  readonly operation: OperationId | null;
  /** The names that it was asked for, decoded, secrets replaced; null for a sign-in. A path may not hold all of them. */
  readonly names: Names | null;
  /** Which installed instance of this run it met, from 1; 0 before the first. */
  readonly instance: number;
  readonly startedAt: string; // RFC 3339, milliseconds
  readonly durationMs: number;
  /** Milliseconds of each phase; -1 where it did not happen. */
  readonly timings: { readonly connect: number; readonly wait: number; readonly receive: number };
  readonly request: RecordedRequest;
  /** Null where no headers came whole. With `trouble` of kind `cut` or `malformed` its body is what arrived. */
  readonly response: RecordedResponse | null;
  readonly trouble: Trouble | null;
}
