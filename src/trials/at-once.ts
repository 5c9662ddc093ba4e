/** Does something with each, at most so many at once, each taken when its turn is; the results in the order of the things. */
export async function atOnce<T, R>(
  things: Iterable<T>,
  most: number,
  act: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = things[Symbol.iterator]();
  let taken = 0;
  const worker = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const index = taken;
      taken += 1;
      results.set(index, await act(next.value));
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
