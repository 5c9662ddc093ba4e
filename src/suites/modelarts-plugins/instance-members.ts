import { shown } from '../../engine/contract/actual.ts';
import { sameInstant } from '../../engine/contract/date-time.ts';
import { pointerOf } from '../../engine/contract/pointer.ts';
import { objectAnswer } from '../../engine/judge/body/answered.ts';
import { type Difference, differences } from '../../engine/judge/body/differences.ts';
import { trouble, violation } from '../../engine/judge/finding.ts';
import { unseenMember } from '../../engine/judge/not-observed.ts';
import type { Demand, Rule, Subject } from '../../engine/judge/rule.ts';
import type { Field } from '../../engine/model/contract.ts';
import type { Finding } from '../../engine/model/finding.ts';
import type { Because } from '../../engine/model/report.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { givenInstance, listedInstance } from '../../lifecycle/effects/given.ts';
import { readPlugin } from './resource.ts';

/** Which member of what is known of an instance a mark of the description means. */
const MEMBERS: Readonly<Record<string, keyof ResourceView>> = {
  name: 'name',
  creationTimestamp: 'creationTimestamp',
  template: 'item',
  version: 'version',
  inputs: 'inputs',
};

/** How whole values are compared; of others the deepest that differ are told. */
const SAME: Partial<Readonly<Record<keyof ResourceView, (given: unknown, told: unknown) => boolean>>> = {
  creationTimestamp: sameInstant,
};

/** The demands, once it is certain that each mark of the description is known. Throws where one is not. */
export function known(demands: Rule['demands']): Rule['demands'] {
  return (given, rule) => {
    const all = demands(given, rule);
    const other = all.find(({ name }) => !Object.hasOwn(MEMBERS, name ?? ''));
    if (other === undefined) return all;
    throw new Error(
      `\`x-instance\` in the description has \`${other.name}\`, which is known of no instance.`,
    );
  };
}

/** Whether the answer tells the member, and Show or List told it before where they may leave it out. */
export function isDescribed(subject: Subject, demand: Demand): boolean {
  const member = memberOf(demand);
  if (member === undefined || !isGiven(describedBy(subject, demand)?.[member])) return false;
  return fieldOf(subject, demand)?.instance?.optional !== true || isGiven(givenInstance(subject)?.[member]);
}

/** Why no answer shows it. */
export function unseenInstance(subjects: readonly Subject[], demand: Demand): Because {
  const [subject] = subjects;
  const path = (subject === undefined ? undefined : fieldOf(subject, demand))?.path ?? '';
  const otherwise = `neither Show nor List gave the \`${path}\` of the instance before`;
  return unseenMember(subjects, demand, path, otherwise);
}

/** Where the answer tells of another instance than Show or List gave before. */
export function judgeMember(subject: Subject, demand: Demand): readonly Finding[] {
  const { exchange } = subject;
  const member = memberOf(demand);
  if (member === undefined) return [];
  const { path = '', steps = [] } = fieldOf(subject, demand) ?? {};
  const described = describedBy(subject, demand)?.[member];
  // Where the two do not agree, either is what was given.
  const [given, ...others] = [givenInstance(subject), listedInstance(subject)]
    .map((instance) => instance?.[member])
    .filter(isGiven);
  if (given === undefined) {
    return [
      trouble(exchange, 'not-given', `Neither Show nor List gave the \`${path}\` of the instance before.`),
    ];
  }
  const same = SAME[member];
  const found =
    same === undefined ? differences(given, described, others) : wholly(same, described, [given, ...others]);
  if (found.length > 0 && isPartial(subject)) {
    return [
      trouble(
        exchange,
        'not-kept',
        `The body is longer than is kept, and its \`${path}\` cannot be compared.`,
      ),
    ];
  }
  return found.map(({ pointer: below, one, other }) =>
    violation(exchange, 'not-as-given', `\`${path}\` is not that of the instance which was deleted.`, {
      pointer: pointerOf(steps) + below,
      expected: shown(one),
      actual: shown(other),
    }),
  );
}

function memberOf({ name }: Demand): keyof ResourceView | undefined {
  return MEMBERS[name ?? ''];
}

/** The documented field that a requirement is about. */
function fieldOf({ contract }: Subject, { operation, status, name }: Demand): Field | undefined {
  const response = contract.operations.get(operation.id)?.responses.get(status ?? '');
  return response?.fields.find(({ instance }) => instance?.as === name);
}

function wholly(
  same: (given: unknown, told: unknown) => boolean,
  described: unknown,
  given: readonly unknown[],
): readonly Difference[] {
  const isGivenSo = given.some((value) => same(value, described));
  return isGivenSo ? [] : [{ pointer: '', one: given[0], other: described }];
}

function describedBy(subject: Subject, demand: Demand): ResourceView | null {
  return readPlugin(objectAnswer(subject, demand)?.value);
}

/** Whether only a part of the answer's body was kept. */
function isPartial({ exchange }: Subject): boolean {
  return exchange?.response?.body.condensed?.partial === true;
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
