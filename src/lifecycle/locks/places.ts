import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { oneLine, shortened } from '../../engine/report/inert.ts';
import type { LockPlace, SeenLock } from './lock-file.ts';

/** What a collection is told by: all items in it are of one lock. */
export interface CollectionNames {
  /** As reports and the ledger name it. */
  readonly endpoint: string;
  readonly project: string;
  readonly collection: string;
}

/** Where the lock of a reports directory stands. */
export function directoryPlace(dir: string): LockPlace {
  return { folder: dir, name: '.conformance' };
}

/** Where the lock of a collection stands on this machine; its file names nothing in clear. */
export function collectionPlace({ endpoint, project, collection }: CollectionNames): LockPlace {
  const hash = createHash('sha256')
    .update(JSON.stringify([endpoint, project, collection]))
    .digest('hex');
  return { folder: tmpdir(), name: `conformance.${hash.slice(0, 32)}` };
}

/** Whose a lock is, in words that follow "another run is under way". */
export function holderText({ content }: SeenLock): string {
  if (content === null) return "by a lock that cannot be read, another user's";
  const { host, pid, startedAt, beatAt } = content;
  const [on, since, last] = [host, startedAt, beatAt].map((text) => oneLine(shortened(text, 64)));
  return `process ${pid} on \`${on}\`, begun at ${since}, last beat at ${last}`;
}

/** How a lock is got rid of, in words that end a sentence. */
export function removalText({ path }: SeenLock): string {
  return `remove \`${path}\` if no run is under way`;
}
