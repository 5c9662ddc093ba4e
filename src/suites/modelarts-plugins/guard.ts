import { GuardError } from '../../lifecycle/guard-error.ts';
import { folded } from '../../lifecycle/settings/folded.ts';

/** How often a segment is decoded in search of a dot or a slash: proxies decode once or twice. */
const DECODINGS = 5;

/** The build makes a call of what asks for a property of characters: it is made once, not for each name. */
const CONTROL = /\p{Cc}/u;

/**
 * Throws a GuardError unless the path, as it goes out, is that of a plug-in or of a pool's plug-ins.
 * A last name that is empty, `.` or `..`, raw, encoded or in characters that fold into these, would make a DELETE one
 * of the pool.
 */
export function guardPath(path: string, prefix: string): void {
  if (!path.startsWith(`${prefix}/v2/`)) throw new GuardError(path, 'it is not below the endpoint');
  const [version, project, pools, pool, plugins, template, ...rest] = path
    .slice(prefix.length + 1)
    .split('/');
  if (version !== 'v2' || pools !== 'pools' || plugins !== 'plugins' || rest.length > 0) {
    throw new GuardError(path, "it is not that of a pool's plug-ins");
  }
  const names = template === undefined ? [project, pool] : [project, pool, template];
  for (const name of names) {
    const reason = dangerOf(name ?? '');
    if (reason !== null) throw new GuardError(path, reason);
  }
}

function dangerOf(segment: string): string | null {
  let name = segment;
  for (let round = 0; round < DECODINGS; round += 1) {
    if (CONTROL.test(name)) return ADDRESSES_ANOTHER;
    const bare = folded(name);
    if (bare === '') return 'a name in it is empty';
    if (/^\.{1,2}$/.test(bare)) return 'a name in it is a dot segment';
    if (/[/\\?#;]/.test(bare)) return ADDRESSES_ANOTHER;
    const decoded = decode(bare);
    if (decoded === bare) return null;
    name = decoded;
  }
  return 'a name in it is encoded again and again';
}

const ADDRESSES_ANOTHER = 'a name in it holds a character that addresses another resource';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
