import { shown } from '../contract/actual.ts';
import { type PluginView, readPlugin } from '../contract/plugin.ts';
import type { Finding } from '../model/finding.ts';
import type { Because } from '../model/report.ts';
import { objectAnswer } from './answer/answered.ts';
import { sameJson } from './answer/same-json.ts';
import { trouble, violation } from './finding.ts';
import { givenInstance, listedInstance } from './pool/own.ts';
import type { Broken, Rule, Subject } from './rule.ts';
import { unseenMember } from './unseen.ts';

/** A member of the 200 that must be what Show or List gave before. */
export interface Described {
  readonly member: keyof PluginView;
  /** Where it stands in the body. */
  readonly pointer: string;
  /** True where Show and List may leave it out too, so that there is nothing to compare. */
  readonly optional?: true;
  readonly same?: (given: unknown, described: unknown) => boolean;
}

/** What an answer breaks that describes another instance. */
export const SAME_INSTANCE: Broken = {
  basis: 'reading',
  note: 'The table says what the member is of; that it is what Show or List gave just before is a reading.',
};

/** How a rule about one such member applies and judges. */
export function describes({ member, pointer, optional, same = sameJson }: Described) {
  const name = pointer.slice(1).replaceAll('/', '.');
  return {
    appliesTo: (subject: Subject): boolean => {
      const described = describedBy(subject)?.[member];
      if (described === null || described === undefined) return false;
      return optional !== true || isGiven(givenInstance(subject)?.[member]);
    },
    unseen: (subjects: readonly Subject[]): Because =>
      unseenMember(subjects, 200, name, `neither Show nor List gave the \`${name}\` of the instance before`),
    judge: (subject: Subject): readonly Finding[] => {
      const { exchange } = subject;
      const described = describedBy(subject)?.[member];
      const given = givenInstance(subject)?.[member];
      if (!isGiven(given)) {
        return [trouble(exchange, `Neither Show nor List gave the \`${name}\` of the instance before.`)];
      }
      if (same(given, described)) return [];
      // Where the two do not agree, either is what was given.
      const listed = listedInstance(subject)?.[member];
      if (isGiven(listed) && same(listed, described)) return [];
      return [
        violation(exchange, `\`${name}\` is not that of the instance which was deleted.`, {
          pointer,
          expected: shown(given),
          actual: shown(described),
        }),
      ];
    },
  } satisfies Pick<Rule, 'appliesTo' | 'unseen' | 'judge'>;
}

function describedBy(subject: Subject): PluginView | null {
  return readPlugin(objectAnswer(subject)?.value);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
