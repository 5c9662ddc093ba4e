import { answeredInWords, answerInWords } from '../contract/answer-key.ts';
import { isObject } from '../contract/json-value.ts';
import { valueAt } from '../contract/pointer.ts';
import type { Because } from '../model/report.ts';
import type { OperationUnderTest } from '../model/requirement.ts';
import { type Answered, answeredWith, judgedBody, otherMediaType } from './body/answered.ts';
import { readBody } from './body/body.ts';
import { statusOfAnswer } from './body/read-answer.ts';
import { holdersOf, idOf, isToBeAccepted, memberOf } from './demands.ts';
import { requestOf } from './probe-words.ts';
import type { Demand, JudgedSuite, Subject } from './rule.ts';

/** The reason of whatever follows from an accepted request where none was accepted. */
export function notAccepted([subject]: readonly Subject[]): Because {
  const reason = 'None was accepted.';
  if (subject === undefined) return { reason };
  const { suite } = subject;
  return becauseOfTwin(suite, `No ${suite.words.accepted} was accepted.`);
}

/** A reason that follows from what became of the request that is to be accepted. */
export function becauseOfTwin({ scenarios }: JudgedSuite, reason: string): Because {
  const twin = scenarios.flatMap(({ probes }) => probes).find(isToBeAccepted);
  return twin === undefined ? { reason } : { reason, requirement: idOf(twin.about) };
}

/** Why an answer shows no requirement of its body, in words that follow "In every 200 that came". */
interface Lack {
  readonly words: string;
  readonly requirement?: string;
}

/** Why no answer shows a requirement of a documented status: none came, its body is unreadable, or it lacks the member. */
export function unseenAnswer(subjects: readonly Subject[], demand: Demand): Because {
  return unseenMember(subjects, demand, demand.field ?? '');
}

/** The same for a member of the body, by its path; '' for the body itself. `otherwise`: what is lacking where it is there. */
export function unseenMember(
  subjects: readonly Subject[],
  { operation, status }: Pick<Demand, 'operation' | 'status'>,
  path: string,
  otherwise = 'it does not show',
): Because {
  const meant = { operation, status };
  const named = answerInWords(status ?? '');
  const answers = subjects.map((subject) => answeredWith(subject, meant)).filter((one) => one !== null);
  if (answers.length === 0) return unanswered(subjects, status);
  const lacks = answers.map((answer) => lackOf(answer, operation, path) ?? { words: otherwise });
  const counts = new Map<string, number>();
  for (const { words } of lacks) counts.set(words, (counts.get(words) ?? 0) + 1);
  const told = [...counts].map(([words, count]) => `${words} (${count} of ${answers.length})`);
  const reason =
    told.length === 1
      ? `In every ${named} that came ${lacks[0]?.words}.`
      : `In no ${named} that came it could be seen: ${told.join(', ')}.`;
  const requirement = lacks.find((one) => one.requirement !== undefined)?.requirement;
  return requirement === undefined ? { reason } : { reason, requirement };
}

/** What was answered instead. */
function unanswered(subjects: readonly Subject[], status: string | null): Because {
  const [first] = subjects;
  const isAccepted = first !== undefined && isToBeAccepted(first.probe);
  const what = first === undefined ? '' : whatOf(first);
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
  const reason = `No ${what} was answered ${answeredInWords(status ?? '')}: ${more.length === 0 ? all : each}.`;
  return isAccepted ? becauseOfTwin(first.suite, reason) : { reason };
}

/** The requests that could show it, in words that follow "No". */
function whatOf({ suite, probe }: Subject): string {
  if (probe.expected.kind === 'read') return requestOf(probe);
  return isToBeAccepted(probe) ? suite.words.accepted : suite.words.refused;
}

function lackOf(answer: Answered, operation: OperationUnderTest, path: string): Lack | null {
  const { response, documented } = answer;
  const { state, value } = readBody(response.body);
  const { key, content } = documented;
  if (content !== 'json') return null;
  const json = idOf({ operation, status: key, facet: 'json', field: null, name: null });
  const other = otherMediaType(answer);
  if (other !== null) return { words: `the body is \`${other}\`` };
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
      return {
        words: 'the body nests too deep to be read',
        requirement: idOf(memberOf(operation, key, '')),
      };
    case 'json':
      return memberLack(answer, operation, value, path);
  }
}

/** The outermost of what a member stands in that is not there or not as it should be, else the member itself. */
function memberLack(
  answer: Answered,
  operation: OperationUnderTest,
  value: unknown,
  path: string,
): Lack | null {
  const { key, fields } = answer.documented;
  const { errors, observed } = judgedBody(answer, value);
  if (!isObject(value))
    return { words: 'the body is no object', requirement: idOf(memberOf(operation, key, '')) };
  if (path === '') return null;
  for (const { path: at, steps } of [...holdersOf({ path }, fields), { path, steps: [] }]) {
    const requirement = idOf(memberOf(operation, key, at));
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
