import type { Exchange, HeaderLine, OperationId } from '../../engine/model/exchange.ts';
import type { DocumentedMembers, Names, ReadItem } from '../../engine/model/resource.ts';
import type { Scenario, Wanted } from '../../engine/model/scenario.ts';
import type { Secrets } from '../../engine/secrets/vault.ts';
import type { ReadResource } from '../effects/resource.ts';
import type { Authentication } from '../settings/settings.ts';

/** What of a resource is read to install it, to ask for it and to remove it; the suite knows how. */
export interface Resource extends ReadResource {
  /** One entry of a List; null where it is no object. */
  readonly readItem: ReadItem;
  readonly documented: DocumentedMembers;
  /** The path of an operation below the endpoint's own; where there is none (null), that of the resource itself. */
  readonly path: (prefix: string, operation: OperationId | null, names: Names) => string;
  /** Throws a GuardError unless a path, as it goes out, is one of the resource's. */
  readonly guard: (path: string, prefix: string) => void;
  /** Whether these names make a path that the guard lets through. */
  readonly isNamedBy: (names: Names) => boolean;
  /** The body that Create documents. */
  readonly createBody: (wanted: Wanted) => string;
}

/** What is about to be sent, as far as a signature covers it. */
export interface ToAuthenticate {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly body: string | null;
}

/** The request that fetches a token before the first that needs it, and once more where it has expired. */
export interface SignIn {
  /** Who gives the token, e.g. `IAM`. */
  readonly from: string;
  readonly endpoint: string;
  readonly path: string;
  /** The header of the answer that holds it, in lower case. */
  readonly header: string;
  readonly body: (names: Names) => string;
  /** Whether a value of that header is to be hidden from then on: what is short, or of our own words, cannot be. */
  readonly isSecret: (value: string, names: Names) => boolean;
  /** The token of a whole answer; or why it gives none that can be used, in words that follow its status. */
  readonly tokenIn: (
    headers: readonly HeaderLine[],
    names: Names,
  ) => { readonly token: string } | { readonly why: string };
}

/** The user's credentials as headers of a request. */
export interface Credentials {
  /** In words, without any secret. */
  readonly shown: string;
  readonly headers: (request: ToAuthenticate) => readonly HeaderLine[];
  /** Set where a token must be fetched first: it is the newest of the secrets. */
  readonly signIn: SignIn | null;
}

/** What the embedded mock lets in, and what is installed there. */
export type MockTarget = Names & { readonly token: string };

/** The settings that remedies name, as their users know them. */
export interface SettingNames {
  readonly endpoint: string;
  readonly source: string;
  /** Those of how long one request, and an install or a removal, may take. */
  readonly requestTimeout: string;
  readonly settleTimeout: string;
  /** Those of whom a token is fetched from. */
  readonly signIn: { readonly endpoint: string; readonly credentials: readonly string[] };
}

/** What an API, and what stands in front of it, tell by their errors. */
export interface ErrorReader {
  /** The error's own code, which says more than the status; null where the body has none. */
  readonly codeOf: (exchange: Exchange) => string | null;
  /** The error's own words, as a JSON string; null where the body has none that are short. */
  readonly messageOf: (exchange: Exchange) => string | null;
  /** Whether a request was refused because its token has expired. */
  readonly isExpired: (exchange: Exchange) => boolean;
  /** Whether a request may have been refused for the clock alone: it was signed, and the two clocks are too far apart. */
  readonly isRefusedForClock: (exchange: Exchange) => boolean;
  /** Whether a gateway says that it has no such API. */
  readonly hasNoSuchApi: (exchange: Exchange) => boolean;
}

/** The part of a suite that the walk reads; it is handed in with the plan. */
export interface WalkedSuite {
  readonly settings: SettingNames;
  readonly errors: ErrorReader;
  /** In the order of the walk. */
  readonly scenarios: readonly Scenario[];
  readonly resource: Resource;
  readonly authentication: {
    /** The secret values of the settings. */
    readonly secretsIn: (authentication: Authentication) => readonly string[];
    /** The credentials that the settings give; each signature that they make is added to the secrets. */
    readonly credentialsOf: (authentication: Authentication, secrets: Secrets) => Credentials;
    /** The header lines of credentials that are nobody's. */
    readonly wrong: readonly HeaderLine[];
  };
  readonly mock: MockTarget;
}
