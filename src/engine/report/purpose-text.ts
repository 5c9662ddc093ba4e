import type { Exchange, Purpose } from '../model/exchange.ts';
import type { ReportInput } from '../model/report.ts';
import { requestText } from './broken-answers.ts';

/** What a request is sent for, where it is none under test. */
const PURPOSES: Readonly<Record<Exclude<Purpose, 'probe'>, string>> = {
  'sign-in': 'sign in',
  list: 'what is there',
  install: 'install',
  settle: 'what has become of it',
  'read-back': 'is it still the one',
  look: 'is it as it was',
  remove: 'tidy up',
};

/** What an exchange was for, in words. */
export function purposeText(exchange: Exchange, suite: ReportInput['suite']): string {
  return exchange.purpose === 'probe' ? requestText(exchange, suite) : PURPOSES[exchange.purpose];
}
