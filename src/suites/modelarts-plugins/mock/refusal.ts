import type { CredentialsReason } from '../../huaweicloud/mock/gateway.ts';

/** Why a request is refused. */
export type Reason =
  | CredentialsReason
  | 'no-such-api'
  | 'undecodable-path'
  | 'project-id-ill-formed'
  | 'project-id-over-long'
  | 'foreign-project'
  | 'pool-name-ill-formed'
  | 'pool-name-over-long'
  | 'template-name-ill-formed'
  | 'template-name-over-long'
  | 'body-too-long'
  | 'ill-formed-body'
  | 'no-such-pool'
  | 'no-such-plugin'
  | 'already-installed'
  | 'being-deleted'
  | 'deviation';

/** An answer that says no. */
export interface Refusal {
  readonly reason: Reason;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** True where something in front of the service refuses: such answers carry `request_id`. */
  readonly atGateway: boolean;
}

/** The service's 400 with the documented code. A project is looked at in front of the service, which adds `request_id`. */
export function badRequest(reason: Reason, message: string): Refusal {
  return {
    reason,
    status: 400,
    code: 'ModelArts.50004000',
    message: `Bad request. ${message}`,
    atGateway: reason.startsWith('project-id'),
  };
}

/** The 404 that sibling pool operations document for a resource that does not exist. */
export function notFound(message: string): Refusal {
  return { reason: 'no-such-plugin', status: 404, code: 'ModelArts.50015001', message, atGateway: false };
}
