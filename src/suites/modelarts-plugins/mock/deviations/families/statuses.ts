import type { ServerResponse } from 'node:http';
import { claimsDeleted, isAcceptedDelete, onAccepted, status, writtenWhere } from '../../change.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { deletedAnswer } from '../../operations.ts';
import { REFUSED, type Refused } from './refusals.ts';

/** Every class in place of the 200, but for what is trouble in any row. A 502 to 504 that took effect is none. */
const IN_PLACE_OF_200 = [
  201, 202, 203, 205, 206, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 404, 405, 406, 408, 409, 410,
  411, 412, 415, 418, 422, 423, 424, 499, 500, 501, 502, 503, 504, 505, 507, 599,
];

/** Every class in place of a refusal's status: none of them passes or drifts in any row. */
const IN_PLACE_OF_A_REFUSAL = [202, 204, 302, 500];

/** Other refusals than the one that a row allows. */
const OTHER_REFUSALS: Readonly<Record<string, readonly number[]>> = {
  'no-token': [400, 404, 409],
  'wrong-token': [400, 404, 409],
  put: [505],
  post: [505],
  'put-with-body': [505],
  'post-with-body': [505],
};

/** Of these the answer 200 claims to have deleted something that never was; with credentials it truly deletes. */
const CLAIMED: Readonly<Record<string, string>> = {
  'unknown-template': 'unknown-template-200',
  'unknown-pool': 'unknown-pool-200',
  repeat: 'repeat-200',
  'no-token': 'no-token-200',
  'wrong-token': 'wrong-token-200',
  'other-letter-case': 'other-letter-case-200',
};

/** The accepted DELETE with another status. It takes effect. */
const ofAccepted: readonly Deviation[] = [
  {
    name: 'status-101',
    title: 'An accepted DELETE is answered 101, and nothing follows.',
    catches: 'delete.200.status',
    write: writtenWhere(isAcceptedDelete, switchProtocols),
  },
  {
    name: 'status-204',
    title: 'An accepted DELETE is answered 204 without a body.',
    catches: 'delete.200.status',
    answer: onAccepted((answer) => ({ ...answer, status: 204, bytes: Buffer.alloc(0) })),
  },
  ...IN_PLACE_OF_200.map(
    (value): Deviation => ({
      name: `status-${value}`,
      title: `An accepted DELETE is answered ${value}.`,
      catches: 'delete.200.status',
      answer: onAccepted(status(value)),
    }),
  ),
  {
    name: 'status-202-with-body',
    title: 'A DELETE with a body is answered 202.',
    catches: 'delete.200.with-body',
    answer: (answer, context) =>
      isAcceptedDelete(context) && context.asked.body !== '' ? { ...answer, status: 202 } : answer,
  },
];

/** A request that has to be refused with another status. Nothing is deleted. */
function ofRefused({ slug, says, requirement, is }: Refused): readonly Deviation[] {
  const others = [...IN_PLACE_OF_A_REFUSAL, ...(OTHER_REFUSALS[slug] ?? [422])].map(
    (value): Deviation => ({
      name: `${slug}-${value}`,
      title: `A ${says} is answered ${value}.`,
      catches: requirement,
      answer: (answer, context) => (is(context) ? status(value)(answer, context) : answer),
    }),
  );
  const accepted: Deviation = {
    name: CLAIMED[slug] ?? `${slug}-accepted`,
    title: `A ${says} is answered 200.`,
    catches: requirement,
    answer: slug === 'repeat' ? deletedAgain(is) : claimsDeleted(is),
  };
  const switching: Deviation = {
    name: `${slug}-101`,
    title: `A ${says} is answered 101, and nothing follows.`,
    catches: requirement,
    write: writtenWhere(is, switchProtocols),
  };
  return [accepted, switching, ...others];
}

/** Writes a 101, as if another protocol were to follow. */
function switchProtocols({ socket }: ServerResponse): void {
  socket?.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: none\r\nConnection: upgrade\r\n\r\n');
}

/** The 200 that the first DELETE had. */
function deletedAgain(is: (context: Context) => boolean): NonNullable<Deviation['answer']> {
  return (answer, context) => {
    const gone = context.pool.gone.get(context.asked.names?.item ?? '');
    return gone === undefined || !is(context)
      ? answer
      : deletedAnswer({ ...gone, goneAt: null }, context.now);
  };
}

/** Every documented status with one of every other class in its place. */
export const statuses: readonly Deviation[] = [...ofAccepted, ...REFUSED.flatMap(ofRefused)];
