import { isObject } from '../contract/plugin.ts';
import { valueAt } from '../contract/pointer.ts';
import type { Because } from '../model/report.ts';
import { type Answered, answeredWith, judgedBody } from './answer/answered.ts';
import { readBody } from './answer/body.ts';
import { statusOfAnswer } from './answer/read-answer.ts';
import { fieldOf, holdersOf, memberId, statusOf } from './demands.ts';
import type { Demand, Subject } from './rule.ts';

/** The reason of whatever follows from an accepted DELETE where none was accepted. */
export const NOT_ACCEPTED: Because = {
  reason: 'No DELETE of the installed plug-in was accepted.',
  requirement: 'delete.200.status',
};

/** Why an answer shows no requirement of its body, in words that follow "In every 200 that came". */
interface Lack {
  readonly words: string;
  readonly requirement?: string;
}

/** Why no answer shows a requirement of a documented status: none came, its body is unreadable, or it lacks the member. */
export function unseenAnswer(subjects: readonly Subject[], demand: Demand): Because {
  return unseenMember(subjects, statusOf(demand), fieldOf(demand));
}

/** The same for a member of the body, by its path; '' for the body itself. `otherwise`: what is lacking where it is there. */
export function unseenMember(
  subjects: readonly Subject[],
  status: number,
  path: string,
  otherwise = 'it does not show',
): Because {
  const answers = subjects.map((subject) => answeredWith(subject, status)).filter((one) => one !== null);
  if (answers.length === 0) return unanswered(subjects, status);
  const lacks = answers.map((answer) => lackOf(answer, path) ?? { words: otherwise });
  const counts = new Map<string, number>();
  for (const { words } of lacks) counts.set(words, (counts.get(words) ?? 0) + 1);
  const told = [...counts].map(([words, count]) => `${words} (${count} of ${answers.length})`);
  const reason =
    told.length === 1
      ? `In every ${status} that came ${lacks[0]?.words}.`
      : `In no ${status} that came it could be seen: ${told.join(', ')}.`;
  const requirement = lacks.find((one) => one.requirement !== undefined)?.requirement;
  return requirement === undefined ? { reason } : { reason, requirement };
}

/** What was answered instead. */
function unanswered(subjects: readonly Subject[], status: number): Because {
  const what = status === 200 ? 'DELETE of the installed plug-in' : 'DELETE that had to be refused';
  const counts = new Map<string, number>();
  for (const { exchange } of subjects) {
    const answered = exchange === null ? null : statusOfAnswer(exchange);
    const words = answered === null ? 'got no whole answer' : `answered ${answered}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [[only = ''] = [], ...more] = counts;
  const one = only.startsWith('answered') ? `was ${only}` : only;
  const all =
    subjects.length === 1 ? `the one that was to be sent ${one}` : `each of the ${subjects.length} ${one}`;
  const each = [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
  const reason = `No ${what} was answered ${status}: ${more.length === 0 ? all : each}.`;
  return status === 200 ? { reason, requirement: 'delete.200.status' } : { reason };
}

function lackOf(answer: Answered, path: string): Lack | null {
  const { response, documented } = answer;
  const { state, value } = readBody(response.body);
  const json = `delete.${documented.status}.json`;
  switch (state) {
    case 'empty':
      return { words: 'the body is empty', requirement: json };
    case 'not-json':
      return { words: 'the body is no JSON', requirement: json };
    case 'unread':
      return { words: 'the body could not be read', requirement: json };
    case 'too-many':
      return { words: 'the body has more values than are read', requirement: json };
    case 'too-deep':
      return { words: 'the body nests too deep to be read', requirement: memberId(documented.status, '') };
    case 'json':
      return memberLack(answer, value, path);
  }
}

/** The outermost of what a member stands in that is not there or not as it should be, else the member itself. */
function memberLack(answer: Answered, value: unknown, path: string): Lack | null {
  const { status, fields } = answer.documented;
  const { errors, observed } = judgedBody(answer, value);
  if (!isObject(value)) return { words: 'the body is no object', requirement: memberId(status, '') };
  if (path === '') return null;
  for (const { path: at, steps } of [...holdersOf({ path }, fields), { path, steps: [] }]) {
    const requirement = memberId(status, at);
    const wrong = errors.find(({ field }) => field === at);
    if (wrong !== undefined)
      return { words: wrong.message.replace(/\.$/, '').replace(/^A /, 'a '), requirement };
    if (!observed.has(at)) {
      return at === path
        ? { words: 'the member is absent, as it may be' }
        : { words: `\`${at}\` is absent, as it may be`, requirement };
    }
    const held: unknown = at === path ? null : valueAt(value, steps);
    if (Array.isArray(held) && held.length === 0) return { words: `\`${at}\` is empty`, requirement };
  }
  return null;
}
