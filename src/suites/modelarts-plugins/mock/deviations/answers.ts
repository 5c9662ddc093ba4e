import { type Change, isRefusedDelete, on400, onAccepted } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import type { Reason } from '../refusal.ts';
import { documented, examples } from './documented.generated.ts';

/** An answer of the description that can be wrong in itself, whatever it answers. */
export interface DocumentedAnswer {
  /** As the description calls it. */
  readonly key: string;
  /** What the names of its deviations end in. */
  readonly suffix: string;
  /** Where it is given, and what is wrong with it there. */
  readonly on: (change: Change) => NonNullable<Deviation['answer']>;
}

const NOT_THERE: readonly Reason[] = ['no-such-plugin', 'no-such-pool'];
const ILL_FORMED: readonly Reason[] = ['pool-name-ill-formed', 'template-name-ill-formed'];

/** What an endpoint may answer in place of a 400 without breaking the page, and to what: there another answer shows alone. */
const INSTEAD_OF_400: Readonly<Record<string, readonly Reason[]>> = {
  403: ILL_FORMED,
  404: NOT_THERE,
  409: NOT_THERE,
  414: ILL_FORMED,
};

/** Every documented answer with a body that the mock can give: those that it gives itself first. */
export const answers: readonly DocumentedAnswer[] = [
  { key: '200', suffix: '', on: onAccepted },
  { key: '400', suffix: '-400', on: on400 },
  ...examples.flatMap(({ key, mediaType, body }) => {
    const reasons = INSTEAD_OF_400[key];
    if (reasons === undefined) return [];
    const headers = { 'content-type': mediaType };
    const on: DocumentedAnswer['on'] = (change) => (answer, context) =>
      isRefusedDelete(context, ...reasons)
        ? change({ status: Number(key), headers, body, bytes: null }, context)
        : answer;
    return [{ key, suffix: `-${key}`, on }];
  }),
];

/** A documented member of an answer: what the description says of it. */
export interface DocumentedField {
  /** Dotted, `*` for any item of an array; '' for the body itself. */
  readonly at: string;
  readonly type: string;
  /** True where the answer must have it. */
  readonly required: boolean;
}

/** The documented members of an answer, the body itself first. */
export function fieldsOf(key: string): readonly DocumentedField[] {
  const all: Readonly<Record<string, readonly DocumentedField[]>> = documented;
  return all[key] ?? [];
}
