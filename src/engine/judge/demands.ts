import { answerInWords } from '../contract/answer-key.ts';
import type { Contract, DocumentedResponse, Field } from '../model/contract.ts';
import type { About, OperationUnderTest, Title } from '../model/requirement.ts';
import type { Probe } from '../model/scenario.ts';
import type { Demand, Given, JudgedSuite, Rule } from './rule.ts';

type Demands = Rule['demands'];

/** A documented field as its requirement speaks of it. */
export interface FieldInWords extends Pick<Field, 'path' | 'expected'> {
  /** The answer that has it, in words that follow an article. */
  readonly named: string;
  /** False where it may be absent. */
  readonly required: boolean;
  /** What holds it and may be absent itself, e.g. `an item of \`status.resources\``; null where all of that must be there. */
  readonly within: string | null;
}

/**
 * One requirement of each operation under test that has probes which show it, with the words of its rule; `shows`:
 * whether a probe does.
 */
export function single(facet: string, name: string, shows: Demand['shownBy']): Demands {
  return ({ suite }, rule) =>
    suite.operations.flatMap((operation) => {
      const shownBy = (probe: Probe) => probe.about.operation.id === operation.id && shows(probe);
      if (!suite.scenarios.some(({ probes }) => probes.some(shownBy))) return [];
      return {
        ...{ operation, status: null, facet, field: null, name, shownBy },
        ...wordsOf(rule, rule.title),
      };
    });
}

/** One requirement for each field of an accepted answer that tells of the instance which it describes, e.g. `delete.200.instance.name`. */
export function perInstanceField(titleOf: (field: Field, named: string) => Title): Demands {
  return (given, rule) =>
    answersOf(given)
      .filter(({ operation, key }) =>
        documentedWhere(given.suite, operation.id, isToBeAccepted).includes(key),
      )
      .flatMap(({ operation, key, named, fields }) =>
        fields.flatMap((field) => {
          const { instance } = field;
          if (instance === undefined) return [];
          return {
            ...{ operation, status: key, facet: 'instance', field: null, name: instance.as },
            ...{ title: titleOf(field, named), basis: field.basis, clause: field.clause },
            readings: [...(rule.readings ?? []), ...(instance.readings ?? [])],
            shownBy: isToBeAccepted,
          };
        }),
      );
}

/** One requirement for each probe that a rule is about: what the probe says it is to show, with the words of what it expects. */
export function perProbe(isAbout: (probe: Probe) => boolean, titleOf: (probe: Probe) => Title): Demands {
  return ({ suite }) =>
    suite.scenarios
      .flatMap(({ probes }) => probes)
      .filter(isAbout)
      .map((probe) => {
        const { basis, clause, breaks, readings } = probe.expected;
        return {
          ...probe.about,
          ...{ title: titleOf(probe), basis, clause, readings },
          ...(breaks === undefined ? {} : { breaks }),
          // A refusal is that of a broken twin.
          ...(isToBeRefused(probe) ? { needsTwin: true } : {}),
          shownBy: ({ id }: Probe) => id === probe.id,
        };
      });
}

/** A documented answer, and how it is called in words that follow an article. */
export interface AnswerInWords extends DocumentedResponse {
  readonly named: string;
}

/**
 * One requirement for each documented answer that a rule is about, e.g. `delete.200.json`; `wordsFor`: where it comes
 * from, where that is not where the rule comes from.
 */
export function perAnswer(
  about: Pick<About, 'facet'> &
    Partial<Pick<About, 'name' | 'field'>> & { readonly isAbout: (answer: AnswerInWords) => boolean },
  titleOf: (answer: AnswerInWords) => Title,
  wordsFor: (answer: AnswerInWords) => Partial<Pick<Demand, 'basis' | 'clause' | 'breaks'>> = () => ({}),
): Demands {
  const { facet, name = null, field = null, isAbout } = about;
  return (given, rule) =>
    answersOf(given)
      .filter(isAbout)
      .map((answer) => ({
        ...{ operation: answer.operation, status: answer.key, facet, field, name },
        ...wordsOf(rule, titleOf(answer)),
        ...wordsFor(answer),
        shownBy: shownWith(given.suite, answer.operation, answer.key),
      }));
}

/** Whether an answer has a body. */
export function hasBody({ content }: DocumentedResponse): boolean {
  return content !== 'none';
}

/** Whether the body of an answer is JSON. */
export function isOfJson({ content }: DocumentedResponse): boolean {
  return content === 'json';
}

/** One requirement for each documented field of each documented answer, with the field's own clause, basis and readings. */
export function perField(titleOf: (field: FieldInWords) => Title): Demands {
  return (given, rule) =>
    answersOf(given).flatMap(({ operation, key, named, fields }) =>
      fields.map((field) => ({
        ...memberOf(operation, key, field.path),
        title: titleOf({ ...field, named, within: withinOf(field, fields) }),
        basis: field.basis,
        clause: field.clause,
        readings: [...new Set([...field.readings, ...(rule.readings ?? [])])],
        shownBy: shownWith(given.suite, operation, key),
      })),
    );
}

/** What the requirement of a field of an answer is about, e.g. `delete.200.body.status.phase`; '' for the body itself. */
export function memberOf(operation: OperationUnderTest, status: string, path: string): About {
  return { operation, status, facet: 'body', field: path, name: null };
}

/** The permanent id of a requirement by what it is about, e.g. `delete.200.body.status.phase`. */
export function idOf({ operation, status, facet, field, name }: About): string {
  return [
    operation.slug,
    ...(status === null ? [] : [status]),
    // Which answer it is says the status.
    ...(status !== null && facet === 'answer' ? [] : [facet]),
    ...[field, name].filter((part) => part !== null && part !== ''),
  ].join('.');
}

/** Whether a probe is to be accepted. */
export function isToBeAccepted({ expected }: Probe): boolean {
  return expected.kind === 'accepted';
}

/** Whether a probe is to be refused. */
export function isToBeRefused({ expected }: Probe): boolean {
  return expected.kind === 'refused';
}

/** Whether a probe asks for something to be done, be it to be accepted or refused. */
export function isToChange(probe: Probe): boolean {
  return isToBeAccepted(probe) || isToBeRefused(probe);
}

/** Whether a request is under test in a probe. */
export function isSent({ expected }: Probe): boolean {
  return expected.kind !== 'nothing';
}

/** Every documented answer of the operations under test. */
function answersOf({ suite, contract }: Given): readonly (AnswerInWords & {
  readonly operation: OperationUnderTest;
})[] {
  return suite.operations.flatMap((operation) =>
    documentedBy(contract, operation).map((response) => ({
      ...response,
      operation,
      named: answerInWords(response.key),
    })),
  );
}

function documentedBy(contract: Contract, { id }: OperationUnderTest): readonly DocumentedResponse[] {
  return [...(contract.operations.get(id)?.responses.values() ?? [])];
}

/** The documented answers that some probes of an operation are to meet. */
function documentedWhere(
  { scenarios }: JudgedSuite,
  operation: string,
  isMeant: (probe: Probe) => boolean,
): readonly string[] {
  const probes = scenarios.flatMap((scenario) => scenario.probes).filter(isMeant);
  const statuses = probes
    .filter((probe) => probe.operation === operation)
    .flatMap(({ expected }) => expected.documented ?? []);
  return [...new Set(statuses)];
}

/** The probes that are to meet a documented answer; all with the user's credentials where none is. */
function shownWith(suite: JudgedSuite, { id }: OperationUnderTest, key: string): Demand['shownBy'] {
  const isExpected = documentedWhere(suite, id, () => true).includes(key);
  return ({ operation, expected, credentials }) =>
    operation === id &&
    (isExpected ? expected.documented === key : credentials === 'user' && expected.kind !== 'nothing');
}

/** The documented fields that hold a field, the outermost first; the body itself is none of them. */
export function holdersOf({ path }: Pick<Field, 'path'>, fields: readonly Field[]): readonly Field[] {
  return fields.filter((one) => one.path !== '' && path.startsWith(`${one.path}.`));
}

/** The nearest of the fields that hold a field and may be absent. */
function withinOf(field: Field, fields: readonly Field[]): string | null {
  const holder = holdersOf(field, fields).findLast(
    ({ required, steps }) => !required || field.steps[steps.length] === '*',
  );
  if (holder === undefined) return null;
  const isOne = field.steps[holder.steps.length] !== '*';
  return isOne ? `\`${holder.path}\`` : `an item of \`${holder.path}\``;
}

function wordsOf({ basis, clause, readings = [] }: Rule, title: Title) {
  return { title, basis, clause, readings };
}
