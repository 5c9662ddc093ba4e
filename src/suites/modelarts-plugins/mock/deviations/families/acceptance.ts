import type { Situation } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { badRequest, type Reason } from '../../refusal.ts';

/** A DELETE that has to be accepted is refused. */
function refusing(
  isOne: (situation: Situation) => boolean,
  message: string,
): NonNullable<Deviation['refuses']> {
  return (situation) =>
    situation.asked.operation === 'DeletePlugin' && isOne(situation)
      ? badRequest('deviation', message)
      : null;
}

/** A DELETE that has to be refused for this reason is accepted. */
function tolerating(reason: Reason): NonNullable<Deviation['tolerates']> {
  return (refusal, { asked }) => asked.operation === 'DeletePlugin' && refusal.reason === reason;
}

/** DELETEs that are refused although they are in order, and DELETEs that are accepted without valid credentials. */
export const acceptance: readonly Deviation[] = [
  {
    name: 'installed-refused',
    title: 'The DELETE of an installed plug-in is answered 400 and deletes nothing.',
    catches: 'delete.200.status',
    refuses: refusing(() => true, 'The plug-in cannot be deleted.'),
  },
  {
    name: 'refuses-body',
    title: 'A DELETE with a body is answered 400 and deletes nothing.',
    catches: 'delete.200.with-body',
    refuses: refusing(({ asked }) => asked.body !== '', 'No body is allowed.'),
  },
  {
    name: 'no-token-accepted',
    title: 'A DELETE without a token deletes the plug-in.',
    catches: 'delete.access.no-token',
    tolerates: tolerating('no-token'),
  },
  {
    name: 'wrong-token-accepted',
    title: 'A DELETE with a wrong token deletes the plug-in.',
    catches: 'delete.access.wrong-token',
    tolerates: tolerating('wrong-token'),
  },
];
