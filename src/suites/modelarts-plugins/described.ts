import { shown } from '../../engine/contract/actual.ts';
import { objectAnswer } from '../../engine/judge/body/answered.ts';
import { type Difference, differences } from '../../engine/judge/body/differences.ts';
import { trouble, violation } from '../../engine/judge/finding.ts';
import type { Broken, Demand, Rule, Subject } from '../../engine/judge/rule.ts';
import { unseenMember } from '../../engine/judge/unseen.ts';
import type { Finding } from '../../engine/model/finding.ts';
import type { Because } from '../../engine/model/report.ts';
import type { ResourceView } from '../../engine/model/resource.ts';
import { givenInstance, listedInstance } from '../../lifecycle/effects/given.ts';
import { readPlugin } from './resource.ts';

/** A member of the 200 that must be what Show or List gave before. */
export interface Described {
  readonly member: keyof ResourceView;
  /** Where it stands in the body. */
  readonly pointer: string;
  /** True where Show and List may leave it out too, so that there is nothing to compare. */
  readonly optional?: true;
  /** How whole values are compared; left out where the deepest differing values are told. */
  readonly same?: (given: unknown, described: unknown) => boolean;
}

/** What an answer breaks that describes another instance. */
export const SAME_INSTANCE: Broken = {
  basis: 'reading',
  note: 'The table says what the member is of; that it is what Show or List gave just before is a reading.',
};

/** How a rule about one such member applies and judges. */
export function describes({ member, pointer, optional, same }: Described) {
  const name = pointer.slice(1).replaceAll('/', '.');
  return {
    appliesTo: (subject: Subject, demand: Demand): boolean => {
      const described = describedBy(subject, demand)?.[member];
      if (described === null || described === undefined) return false;
      return optional !== true || isGiven(givenInstance(subject)?.[member]);
    },
    unseen: (subjects: readonly Subject[], demand: Demand): Because =>
      unseenMember(
        subjects,
        demand,
        name,
        `neither Show nor List gave the \`${name}\` of the instance before`,
      ),
    judge: (subject: Subject, demand: Demand): readonly Finding[] => {
      const { exchange } = subject;
      const described = describedBy(subject, demand)?.[member];
      // Where the two do not agree, either is what was given.
      const [given, ...others] = [givenInstance(subject), listedInstance(subject)]
        .map((instance) => instance?.[member])
        .filter(isGiven);
      if (given === undefined) {
        return [trouble(exchange, `Neither Show nor List gave the \`${name}\` of the instance before.`)];
      }
      const found =
        same === undefined
          ? differences(given, described, others)
          : wholly(same, described, [given, ...others]);
      if (found.length > 0 && isPartial(subject)) {
        return [
          trouble(exchange, `The body is longer than is kept, and its \`${name}\` cannot be compared.`),
        ];
      }
      return found.map(({ pointer: below, one, other }) =>
        violation(exchange, `\`${name}\` is not that of the instance which was deleted.`, {
          pointer: pointer + below,
          expected: shown(one),
          actual: shown(other),
        }),
      );
    },
  } satisfies Pick<Rule, 'appliesTo' | 'unseen' | 'judge'>;
}

function wholly(
  same: NonNullable<Described['same']>,
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
