import { readBody } from '../../engine/judge/body/body.ts';
import type { RecordedResponse } from '../../engine/model/exchange.ts';
import type { ListedBriefly, ResourceView } from '../../engine/model/resource.ts';
import type { ReadResource } from './resource.ts';

/** The last long List that was read: two looks in a row often find the same. */
let last: {
  readonly resource: ReadResource;
  readonly items: ListedBriefly;
  readonly collection: string;
  readonly views: readonly ResourceView[];
} | null = null;

/**
 * The resources that the answer of a List names; null where it names none that can be read, or not all of them were kept.
 * `isEnough`: some of them are enough, those of the run's own item among them.
 */
export function listedIn(
  resource: ReadResource,
  response: RecordedResponse | null,
  collection: string,
  isEnough = false,
): readonly ResourceView[] | null {
  const { condensed, ...body } = response?.body ?? { data: '' };
  if (response === null) return null;
  if (condensed?.items === undefined) return resource.readList(readBody(response.body).value, collection);
  if (body.data === '' || (condensed.partial && !isEnough)) return null;
  const { items } = condensed;
  if (last?.items === items && last.resource === resource && last.collection === collection)
    return last.views;
  const views = resource.readListedBriefly(items, collection);
  last = { resource, items, collection, views };
  return views;
}
