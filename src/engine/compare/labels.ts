/** The shortest end of each path, given by its steps, that no other has; without the end that all have. No two are equal. */
export function labelsOf(paths: readonly (readonly string[])[]): readonly string[] {
  if (paths.length < 2) return paths.map((path) => path.at(-1) ?? '');
  const same = commonEnd(paths);
  const ways = paths.map((path) => path.slice(0, path.length - same));
  const endOf = (way: readonly string[], steps: number) => way.slice(-steps).join('/');
  const most = Math.max(...ways.map(({ length }) => length));
  const labels = ways.map((way) => endOf(way, most));
  const found = new Map<number, string>();
  for (let steps = 1; steps <= most && found.size < ways.length; steps += 1) {
    const counts = new Map<string, number>();
    for (const way of ways) counts.set(endOf(way, steps), (counts.get(endOf(way, steps)) ?? 0) + 1);
    for (const [at, way] of ways.entries())
      if (!found.has(at) && counts.get(endOf(way, steps)) === 1) found.set(at, endOf(way, steps));
  }
  return labels.map((whole, at) => found.get(at) ?? whole);
}

/** How many steps at the end all have, the root and a step below it being left of each. */
function commonEnd(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const most = Math.min(...paths.map(({ length }) => length)) - 2;
  let same = 0;
  while (same < most && paths.every((path) => path.at(-1 - same) === first.at(-1 - same))) same += 1;
  return same;
}
