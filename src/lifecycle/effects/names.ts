import type { Names } from '../../engine/model/resource.ts';

/** Whether two requests were asked for one resource; a sign-in was asked for none. */
export function sameNames(one: Names | null, other: Names | null): boolean {
  return (
    one !== null &&
    other !== null &&
    one.item === other.item &&
    one.collection === other.collection &&
    one.project === other.project
  );
}

/** The names alone, of what has them beside other things. */
export function namesOf({ project, collection, item }: Names): Names {
  return { project, collection, item };
}
