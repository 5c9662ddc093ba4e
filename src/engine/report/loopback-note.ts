import { hostOnThisMachine } from '../loopback.ts';
import type { Report } from '../model/report.ts';

/** That the endpoint was on the machine of the run, in one sentence; null of any other, and of a mock, which says so itself. */
export function loopbackNote({ target }: Pick<Report, 'target'>): string | null {
  const host = target.mock ? null : hostOnThisMachine(target.endpoint);
  return host === null ? null : `The endpoint was on this machine (\`${host}\`).`;
}
