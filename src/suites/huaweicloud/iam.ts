import type { Authentication } from '../../lifecycle/settings/settings.ts';

/** A user, and where a token is fetched for it. */
export type IamUser = Extract<Authentication, { kind: 'iam' }>;

/** The header in which IAM gives the token. */
export const SUBJECT_TOKEN = 'x-subject-token';

/** The path of IAM's tokens below an endpoint, whose own path often ends in the version already. */
export function tokensPath(endpointPath: string): string {
  return `${endpointPath.replace(/\/+$/, '').replace(/\/v3$/, '')}/v3/auth/tokens`;
}

/** The body that asks for a token of one project. */
export function tokensBody({ username, password, domain }: IamUser, projectId: string): string {
  return JSON.stringify({
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: username, password, domain: { name: domain } } },
      },
      scope: { project: { id: projectId } },
    },
  });
}
