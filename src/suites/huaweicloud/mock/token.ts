import { jsonMember, parseJson } from '../../../engine/json.ts';
import { type Answer, jsonAnswer } from '../../../trials/mock/answer.ts';
import type { TokenStore } from './token-store.ts';

/** A user whom the mock's IAM knows. */
export interface MockUser {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

/** Whom a mock knows, and the tokens that it gives them. */
interface Known {
  readonly options: { readonly users: readonly MockUser[]; readonly projectId: string };
  readonly tokens: TokenStore;
}

const HOURS_24 = 24 * 60 * 60 * 1000;

/** IAM's answer to a password: 201 with a token in `X-Subject-Token`, else 400 or 401. */
export function tokenAnswer(body: string, { options, tokens }: Known): Answer {
  const auth = jsonMember(parseJson(body), 'auth');
  const user = jsonMember(jsonMember(jsonMember(auth, 'identity'), 'password'), 'user');
  const name = jsonMember(user, 'name');
  const domain = jsonMember(jsonMember(user, 'domain'), 'name');
  const project = jsonMember(jsonMember(jsonMember(auth, 'scope'), 'project'), 'id');
  if (typeof name !== 'string' || typeof domain !== 'string') {
    return iamError(400, 'Bad Request', 'The body names no user and domain.');
  }
  const known = options.users.some(
    (one) => one.name === name && one.domain === domain && one.password === jsonMember(user, 'password'),
  );
  if (!known || (project !== undefined && project !== options.projectId)) {
    return iamError(401, 'Unauthorized', 'The user, the password or the project is wrong.');
  }
  const now = Date.now();
  return jsonAnswer(
    201,
    {
      token: {
        methods: ['password'],
        issued_at: new Date(now).toISOString(),
        expires_at: new Date(now + HOURS_24).toISOString(),
        project: { id: options.projectId },
        user: { name, domain: { name: domain } },
      },
    },
    { 'x-subject-token': tokens.handOut() },
  );
}

function iamError(code: number, title: string, message: string): Answer {
  return jsonAnswer(code, { error: { code, title, message } });
}
