import { closest, distance } from 'fastest-levenshtein';

/** The words that a name is made of stand between these. */
const BETWEEN = /[_.\-/]/;

/** The known name that is meant, where one is near: most of its letters are those of the found one. Null where none is. */
export function nearestOf(found: string, known: readonly string[]): string | null {
  const meant = found.toLowerCase();
  const near = known.filter((one) => isNear(meant, one.toLowerCase()));
  return near.length === 0 ? null : closest(found, near);
}

/** `; did you mean …?` where a known name is near, else nothing. */
export function didYouMean(found: string, known: readonly string[]): string {
  const nearest = nearestOf(found, known);
  return nearest === null ? '' : `; did you mean \`${nearest}\`?`;
}

/** Whether about a third of the letters differ at most, two are swapped, or one is the other's beginning or end. */
function isNear(found: string, known: string): boolean {
  const shared = sharedWords(found, known);
  const [one, other] = [found.slice(shared), known.slice(shared)];
  const third = Math.max(1, Math.round(Math.max(one.length, other.length) / 3));
  return distance(one, other) <= third || isSwapped(one, other) || isPart(one, other) || isPart(other, one);
}

/** The length of the words that both begin with: that all names begin so makes none of them near. */
function sharedWords(one: string, other: string): number {
  let end = 0;
  for (let at = 0; at < one.length && one[at] === other[at]; at += 1) {
    if (BETWEEN.test(one.charAt(at))) end = at + 1;
  }
  return end;
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}

/** Whether whole words at the beginning or the end of a name are the other one, as `TOKEN` is of `AUTH_TOKEN`. */
function isPart(part: string, whole: string): boolean {
  if (part === '' || part.length >= whole.length) return false;
  return (
    (whole.startsWith(part) && BETWEEN.test(whole.charAt(part.length))) ||
    (whole.endsWith(part) && BETWEEN.test(whole.charAt(whole.length - part.length - 1)))
  );
}
