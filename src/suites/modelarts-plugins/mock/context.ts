import type { OperationId } from '../../../engine/model/exchange.ts';
import type { Names } from '../../../engine/model/resource.ts';
import type { Wire } from '../../huaweicloud/mock/signature.ts';
import type { Plugin, Template } from './plugin.ts';
import type { Pool } from './pool.ts';
import type { Refusal } from './refusal.ts';

/** The routes that the mock answers. */
export type MockOperation = OperationId | 'CreateToken';

/** A request as the mock reads it. */
export interface Asked {
  /** Null where no route has that method and path. */
  readonly operation: MockOperation | null;
  readonly method: string;
  /**
   * The names in the path, percent-decoded; `templateName` is empty in the path of the pool's plug-ins.
   * Null where the path is another one, or cannot be decoded.
   */
  readonly names: Names | null;
  /** Whether `detail=true` stands in the query. */
  readonly detail: boolean;
  /** `X-Auth-Token`; null where there is none. */
  readonly token: string | null;
  /** The request before it was read. */
  readonly wire: Wire;
  readonly body: string;
  /** True where the body was longer than is read; `body` is empty then. */
  readonly bodyTooLong: boolean;
  /** When it came: RFC 3339, milliseconds, `Z`. */
  readonly at: string;
  /** The gateway's number of the request: 32 hexadecimal digits. */
  readonly requestId: string;
  /** What a Create asks for; null for another operation, or where the body does not say. */
  readonly template: Template | null;
}

/** A request and the pool that it meets. */
export interface Situation {
  readonly asked: Asked;
  readonly pool: Pool;
  /** The installed instance that it names, as it was before the request; null where there is none. */
  readonly plugin: Plugin | null;
  /** Milliseconds of the monotonic clock. */
  readonly now: number;
}

/** The same, and what becomes of the request. */
export interface Context extends Situation {
  /** Why it is refused; null where it is accepted. */
  readonly refusal: Refusal | null;
}
