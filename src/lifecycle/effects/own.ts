import { probeOf } from '../../engine/judge/probe-of.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Names, ResourceView } from '../../engine/model/resource.ts';
import { exchangesUpTo, looksAfter } from './before-and-after.ts';
import { sameNames } from './names.ts';
import { resourceOf } from './resource.ts';
import { poolIn, saysWhatIsThere, viewIn } from './snapshot.ts';

const own = new WeakMap<Subject, Names | null>();

/** The names of the resource that the suite installs and deletes; null where no request went there yet. */
export function ownNames(subject: Subject): Names | null {
  const known = own.get(subject);
  if (known !== undefined) return known;
  const { suite, evidence, earlier } = subject;
  const [first] = [evidence, ...earlier].flatMap(
    ({ exchanges }) => exchanges.find((one) => isOwn(suite, one)) ?? [],
  );
  const names = first?.names ?? null;
  own.set(subject, names);
  return names;
}

/** The item of that resource; null where no request went there yet. */
export function ownItem(subject: Subject): string | null {
  return ownNames(subject)?.item ?? null;
}

/** Whether an exchange is a Show of the resource that the suite installs and deletes. */
export function isOwnShow(subject: Subject, exchange: Exchange): boolean {
  return (
    exchange.operation === resourceOf(subject).operations.show && sameNames(exchange.names, ownNames(subject))
  );
}

/** What a look says of that resource; null where it is another look, or does not name it. */
export function ownIn(subject: Subject, look: Exchange): ResourceView | null {
  const resource = resourceOf(subject);
  if (isOwnShow(subject, look)) return viewIn(resource, look)?.what ?? null;
  const itemName = ownItem(subject);
  return poolIn(resource, look)?.what.find(({ item }) => item !== null && item === itemName) ?? null;
}

/** What the first Show gave of the instance that an exchange met, before it; null where none did. */
export function firstShow(subject: Subject, exchange: Exchange): ResourceView | null {
  const resource = resourceOf(subject);
  return showsBefore(subject, exchange).flatMap((one) => viewIn(resource, one)?.what ?? [])[0] ?? null;
}

/** Whether the last Show before an exchange that said what is there gave the instance that it met. */
export function wasShown(subject: Subject, exchange: Exchange): boolean {
  const resource = resourceOf(subject);
  const last = showsBefore(subject, exchange).findLast((one) => saysWhatIsThere(resource, one));
  return last !== undefined && viewIn(resource, last) !== null;
}

/** The last Show of an item among what was looked at after a try. */
export function showOf(subject: Subject, one: Exchange): (item: string) => Exchange | undefined {
  const { show: ofShow } = resourceOf(subject).operations;
  const shows = looksAfter(subject, one).filter(({ operation }) => operation === ofShow);
  const names = ownNames(subject);
  return (item) =>
    names === null ? undefined : shows.findLast((show) => sameNames(show.names, { ...names, item }));
}

function showsBefore(subject: Subject, { index, instance }: Exchange): readonly Exchange[] {
  return exchangesUpTo(subject).filter(
    (one) => one.index < index && one.instance === instance && isOwnShow(subject, one),
  );
}

function isOwn(suite: Subject['suite'], exchange: Exchange): boolean {
  const { purpose } = exchange;
  if (purpose === 'settle' || purpose === 'look') return true;
  return purpose === 'probe' && probeOf(suite, exchange)?.expected.toOwn === true;
}
