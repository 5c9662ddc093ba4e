import { isObject } from '../../contract/json-value.ts';
import { sameScalar } from '../../contract/same-scalar.ts';

/** Whether two JSON values are equal, whatever the order of their members, numbers by their value. Not recursive. */
export function sameJson(one: unknown, other: unknown): boolean {
  const left: [unknown, unknown][] = [[one, other]];
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    const [a, b] = pair;
    if (sameScalar(a, b)) continue;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (let at = 0; at < a.length; at += 1) left.push([a[at], b[at]]);
    } else if (isObject(a) && isObject(b)) {
      const names = Object.keys(a);
      if (names.length !== Object.keys(b).length) return false;
      for (const name of names) {
        if (!Object.hasOwn(b, name)) return false;
        left.push([a[name], b[name]]);
      }
    } else {
      return false;
    }
  }
  return true;
}
