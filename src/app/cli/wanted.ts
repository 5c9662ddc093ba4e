import { isDateTime } from '../../engine/contract/date-time.ts';
import { UsageError } from './usage-error.ts';

/** An instance that was named on the command line. */
export interface Wanted {
  readonly text: string;
  readonly name: string;
  readonly time: string;
}

/** What `--remove` names. Throws a UsageError where a text is no NAME@TIME. */
export function wantedOf(remove: readonly string[]): readonly Wanted[] {
  return remove.map((text) => {
    const at = text.lastIndexOf('@');
    const [name, time] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    if (name === '' || !isDateTime(time)) {
      throw new UsageError(
        `\`--remove\` is \`${text}\`; right would be a name and a time as \`sweep --unseen\` lists them, e.g. \`pool-a-log-agent@2026-03-17T12:29:18Z\`.`,
      );
    }
    return { text, name, time };
  });
}
