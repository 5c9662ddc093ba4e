import { documentedAnswer } from '../contract/answer-key.ts';
import { sha256Of } from '../contract/digest.ts';
import type { Contract } from '../model/contract.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding, ReportedFinding } from '../model/finding.ts';
import { readBody } from './body/body.ts';
import { headerValues } from './body/media-type.ts';
import { generalPointer, generalSteps, type KnownBody } from './general-place.ts';
import type { JudgedSuite } from './rule.ts';

/** So many hexadecimal digits of SHA-256. */
const DIGITS = 12;

/** Of alike findings of one answer so many are told one by one. */
const MOST = 100;

/** As many characters of a header as are told; the exchange has all of it. */
const LONGEST = 256;

/** What the findings of a requirement are told with. */
export interface Told {
  readonly suite: Pick<JudgedSuite, 'requestIdHeader'>;
  readonly contract: Contract;
  /** By their indexes. */
  readonly exchanges: ReadonlyMap<number, Exchange>;
}

/** The fingerprint of a finding of a requirement, at a place as `generalPointer` gives it. */
export function fingerprintOf(requirement: string, place: string, code: string): string {
  return sha256Of(`${requirement}\n${place}\n${code}`).slice(0, DIGITS);
}

/**
 * The findings of a requirement so that those of two runs can be compared, each with what its answer says of itself. Of
 * more than 100 alike ones of one answer the others are told as one.
 */
export function reportedFindings(
  requirement: string,
  findings: readonly Finding[],
  told: Told,
): readonly ReportedFinding[] {
  const alike = new Map<string, number>();
  const others = new Map<string, ReportedFinding>();
  const reported: ReportedFinding[] = [];
  for (const finding of findings) {
    const one = reportedFinding(requirement, finding, told);
    const key = JSON.stringify([one.kind, one.fingerprint, one.exchange]);
    const before = alike.get(key) ?? 0;
    alike.set(key, before + 1);
    if (before < MOST) reported.push(one);
    else others.set(key, { ...one, ...others.get(key), count: (others.get(key)?.count ?? 0) + one.count });
  }
  return [...reported, ...others.values()].map(inWords);
}

function reportedFinding(
  requirement: string,
  { steps, ...finding }: Finding,
  { suite, contract, exchanges }: Told,
): ReportedFinding {
  const { pointer = '', code, count = 1 } = finding;
  const exchange = exchanges.get(finding.exchange ?? -1);
  // Of an effect the place is one in the look that shows it.
  const shown = finding.after === undefined ? exchange : exchanges.get(finding.after);
  return {
    ...finding,
    fingerprint: fingerprintOf(requirement, placeOf(pointer, steps, shown, contract), code),
    count,
    ...headerOf(exchange, 'requestId', suite.requestIdHeader),
    ...headerOf(exchange, 'date', 'date'),
  };
}

function placeOf(
  pointer: string,
  steps: Finding['steps'],
  exchange: Exchange | undefined,
  contract: Contract,
): string {
  if (pointer === '') return '';
  const body = bodyOf(exchange, contract);
  return steps === undefined ? generalPointer(pointer, body) : generalSteps(steps, body.holds);
}

function bodyOf(exchange: Exchange | undefined, { operations }: Contract): KnownBody {
  const response = exchange?.response ?? null;
  const operation = operations.get(exchange?.operation ?? '');
  const documented =
    response === null || operation === undefined ? undefined : documentedAnswer(operation, response.status);
  return {
    value: response === null ? undefined : readBody(response.body).value,
    holds: documented?.holds ?? (() => ({ items: false, freeNames: false })),
  };
}

function headerOf<Name extends 'requestId' | 'date'>(
  exchange: Exchange | undefined,
  name: Name,
  header: string,
): Partial<Record<Name, string>> {
  const response = exchange?.response ?? null;
  const [value = ''] = response === null ? [] : headerValues(response, header);
  // The key is the one name that the type has.
  return (value === '' ? {} : { [name]: value.slice(0, LONGEST) }) as Partial<Record<Name, string>>;
}

/** What stands for several says so; what was expected and came of one of them says nothing of the others. */
function inWords(finding: ReportedFinding): ReportedFinding {
  const { count, expected: _, actual: __, ...rest } = finding;
  if (count === 1) return finding;
  return { ...rest, count, message: `And ${count.toLocaleString('en-US')} more: ${finding.message}` };
}
