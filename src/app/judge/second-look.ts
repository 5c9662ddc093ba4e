import type { Exchange, Purpose } from '../../engine/model/exchange.ts';
import { credentialsIn, hasCredentials } from '../../engine/recording/credentials.ts';
import type { FileObject } from '../../engine/recording/file-value.ts';
import { asTold, MOST_OF_TEXT, readLog } from '../../engine/recording/har-log.ts';
import { ownExchange } from '../../engine/recording/own-exchange.ts';
import { recordedExchange } from '../../engine/recording/recorded-exchange.ts';
import type { Redact } from '../../engine/secrets/redact.ts';
import { collectGarbage } from '../../lifecycle/large/collect.ts';
import { keepBodies } from '../../lifecycle/large/kept-bodies.ts';
import { withoutSecrets } from '../run/secrets.ts';
import type { FirstLook } from './first-look.ts';
import type { RecordedSuite } from './recorded-suite.ts';

/** After so many bytes of bodies what is no longer used is freed. */
const COLLECTED_AFTER = 16 * 1024 * 1024;

/** The exchanges of a recording that are judged. */
export interface SecondLook {
  readonly exchanges: readonly Exchange[];
  /** Indexes of those whose request had credentials that the recording shows. */
  readonly withCredentials: ReadonlySet<number>;
}

/** What a second look reads with. */
export interface LookWith {
  readonly suite: RecordedSuite;
  readonly first: FirstLook;
  readonly redact: Redact;
  /** Whether a value can be told from the words of what is judged. */
  readonly isUsable: (credential: string) => boolean;
}

/** Reads the exchanges that match, secrets replaced and large bodies condensed. Throws a RecordingError. */
export async function secondLook(
  path: string,
  shown: string,
  { suite, first, redact, isUsable }: LookWith,
): Promise<SecondLook> {
  const exchanges: Exchange[] = [];
  const withCredentials = new Set<number>();
  const kept = keepBodies({ file: null, resource: suite.resource, isOwn: () => false });
  const purposes = purposesOf(suite);
  const known = new Set(first.credentials);
  let since = 0;
  const take = async (entry: FileObject, at: number) => {
    const index = exchanges.length;
    const found = first.found.get(at);
    if (found === undefined) return;
    const { operation, url } = found;
    const by = { entry: at, index, operation, redact, kept };
    const others = credentialsIn(entry).filter((one) => !known.has(one) && isUsable(one));
    if (hasCredentials(entry)) withCredentials.add(index);
    const exchange = first.own
      ? await ownExchange(entry, { ...by, table: first.items, exchanges, namesIn: suite.namesIn })
      : await recordedExchange(entry, {
          ...{ ...by, names: suite.namesIn(url), purpose: purposes[operation] ?? 'look' },
        });
    // Of many credentials, such as a signature for each request, some are replaced where they were sent alone.
    exchanges.push(others.length === 0 ? exchange : withoutSecrets(exchange, others));
    since += exchange.response?.body.bytesOnWire ?? 0;
    if (since > COLLECTED_AFTER) {
      since = 0;
      collectGarbage();
    }
  };
  const reader = { most: MOST_OF_TEXT, wants: (index: number) => first.found.has(index) };
  try {
    for (const [entry, at] of readLog(path, shown, reader)) await take(entry, at);
  } catch (error) {
    throw asTold(error, path, shown);
  }
  return { exchanges, withCredentials };
}

function purposesOf({ resource: { operations } }: RecordedSuite): Readonly<Record<string, Purpose>> {
  const { create, show, list, delete: removal } = operations;
  return { [create]: 'install', [show]: 'look', [list]: 'list', [removal]: 'probe' };
}
