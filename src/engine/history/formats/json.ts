import { changesMembers } from '../../report/changes-text.ts';
import type { Compared } from './compared.ts';

/** What is new, for a program. */
export function changesJson({ changes }: Compared): string {
  return `${JSON.stringify(changesMembers(changes), null, 2)}\n`;
}
