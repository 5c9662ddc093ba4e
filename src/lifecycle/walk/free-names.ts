import type { Withheld } from '../../engine/model/evidence.ts';
import type { Names, ResourceView } from '../../engine/model/resource.ts';
import type { Laxity, Probe } from '../../engine/model/scenario.ts';
import type { ReadResource } from '../effects/resource.ts';
import { isInstance } from './list-entries.ts';
import type { Instance } from './state.ts';

/** Why a probe is not sent, but for its id. */
export type Held = Omit<Withheld, 'probe'>;

/** What is the run's own: the names of the settings, the instance that stands there, those that it deleted. */
export interface Own {
  readonly resource: ReadResource;
  readonly names: Names;
  readonly current: Instance | null;
  readonly deleted: readonly Instance[];
}

/** What a pattern may mean any number of characters by, and any one character. */
const ANY = '%';
const ANY_ONE = '_?.';

/** From these on a pattern may mean anything, and the character before may be left out. */
const ANYTHING = /[*[\](){}+^$|~!]/;

/**
 * Why a probe is not sent by what a List names, of the pool that the probe names or of the run's own; null where
 * nobody's resource has its name, nor one that a lax endpoint could take it for.
 */
export function heldByList(
  { laxity }: Pick<Probe, 'laxity'>,
  names: Names,
  own: Own,
  { views, collection }: { readonly views: readonly ResourceView[]; readonly collection: string },
): Held | null {
  const others = laxity === undefined ? views : neighbours(views, own);
  if (collection === names.collection && others.some((one) => one.item === names.item)) {
    return {
      outcome: 'inconclusive',
      lasts: true,
      reason: `The request was not sent: List names a ${own.resource.words.item} of that name.`,
    };
  }
  if (laxity === undefined) return null;
  const near = others.find((one) => couldBeMeant(laxity, names.item, namesOf(one, own.resource, collection)));
  if (near === undefined) return null;
  const shown = near.item ?? near.name;
  const whom = shown === null ? `a ${own.resource.words.item} without a name` : `\`${shown.slice(0, 64)}\``;
  return {
    outcome: 'not-observed',
    reason: `The request was not sent: List names ${whom}, which a lax endpoint could take its name for.`,
  };
}

/** Why a probe is not sent by what Show gave under its name; null where Show denies it, or gives the run's own instance. */
export function heldByShow(
  { laxity }: Pick<Probe, 'laxity'>,
  own: Own,
  shown: { readonly view: ResourceView | null; readonly absent: boolean; readonly status: number | null },
): Held | null {
  const { view, absent, status } = shown;
  if (absent) return null;
  if (laxity === 'any-letter-case' || laxity === 'any-letter-case-of-collection') {
    if (view !== null && isOwnInAnyCase(view, own)) {
      return { outcome: 'drift', reason: 'The two letter cases of the name are one to this endpoint.' };
    }
  } else if (view !== null && laxity !== undefined && isOwn(view, own)) {
    return null;
  }
  if (status === 200) {
    return {
      outcome: 'inconclusive',
      lasts: true,
      reason: `The request was not sent: Show finds a ${own.resource.words.item} of that name.`,
    };
  }
  return unsaid('Show', laxity, status);
}

/** Why a probe is not sent by what a List of the pool that it names was answered; null where nobody has that pool. */
export function heldByPool(
  probe: Pick<Probe, 'laxity'>,
  names: Names,
  own: Own,
  listed: {
    readonly views: readonly ResourceView[] | null;
    readonly absent: boolean;
    readonly status: number | null;
  },
): Held | null {
  const { views, absent, status } = listed;
  if (absent) return null;
  if (views === null) return unsaid('List', probe.laxity, status);
  // Some answer an empty List of whatever does not exist.
  if (views.length > 0 && !views.some((one) => isOwn(one, own))) {
    return {
      outcome: 'inconclusive',
      lasts: true,
      reason: `The request was not sent: List finds a ${own.resource.words.collection} of that name.`,
    };
  }
  return heldByList(probe, names, own, { views, collection: names.collection });
}

/** A name that is refused itself is nobody's to be seen; of anything else nothing is known. */
function unsaid(who: 'Show' | 'List', laxity: Laxity | undefined, status: number | null): Held {
  const isRefused = status !== null && status >= 400 && status < 500 && ![401, 408, 429].includes(status);
  if (laxity === undefined || !isRefused) {
    return { outcome: 'inconclusive', reason: `The request was not sent: ${who} did not say what is there.` };
  }
  return {
    outcome: 'not-observed',
    reason: `The request was not sent: ${who} was answered ${status}, which does not say that nobody has that name.`,
  };
}

/** The entries that are not of the run; of two that may be its instance one is not. */
function neighbours(views: readonly ResourceView[], own: Own): readonly ResourceView[] {
  const isNamed = (one: ResourceView) => one.item === own.names.item;
  const at = views.findIndex((one) => isOwn(one, own));
  // A List may lag behind, and name what the run deleted beside what it installed.
  const wasOwn = (one: ResourceView) =>
    isNamed(one) && one.creationTimestamp !== null && own.deleted.some((each) => isInstance(one, each));
  return views.filter((one, index) => index !== at && !wasOwn(one));
}

function isOwn(view: ResourceView, { names, current }: Own): boolean {
  return view.item === names.item && current !== null && isInstance(view, current);
}

/** Some describe an instance by the names that they were asked for. */
function isOwnInAnyCase(view: ResourceView, { current }: Own): boolean {
  if (current === null || (view.name === null && view.creationTimestamp === null)) return false;
  const isNamed = letters(view.name ?? '').join('') === letters(current.name ?? '').join('');
  return isInstance({ ...view, name: isNamed ? current.name : view.name }, current);
}

/** Whether an endpoint that is lax in this way could find a resource by a name that is not its own. One without any name could be any. */
function couldBeMeant(laxity: Laxity, asked: string, known: readonly string[]): boolean {
  // One that compares beginnings does so with every name, but not with names in a collection that it does not know.
  const pattern = patternOf(laxity === 'any-letter-case-of-collection' ? asked : `${asked}${ANY}`);
  return known.length === 0 || known.some((one) => matches(pattern, letters(one)));
}

function namesOf(view: ResourceView, { otherNames }: ReadResource, collection: string): readonly string[] {
  return [view.item, view.name, ...otherNames(view, collection)].filter((one) => one !== null);
}

function patternOf(name: string): readonly string[] {
  const at = name.search(ANYTHING);
  return letters(at === -1 ? name : `${name.slice(0, Math.max(0, at - 1))}${ANY}`);
}

/** A name as the laxest endpoint compares it: without case, accents, blanks and what cannot be seen. */
function letters(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replaceAll(/[\p{M}\p{Z}\p{C}]/gu, '');
  return [...plain.toLowerCase().toUpperCase().toLowerCase()];
}

/** Whether a text is what a pattern means, with `%` for any characters; in at most the product of the two lengths. */
function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let [at, from, retry] = [0, 0, -1];
  for (let to = 0; to < text.length; ) {
    const wanted = pattern[at];
    if (wanted === ANY) {
      retry = at;
      from = to;
      at += 1;
    } else if (wanted !== undefined && (wanted === text[to] || ANY_ONE.includes(wanted))) {
      at += 1;
      to += 1;
    } else if (retry !== -1) {
      from += 1;
      to = from;
      at = retry + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((one) => one === ANY);
}
