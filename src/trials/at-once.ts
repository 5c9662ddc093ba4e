/** Does something with each, at most so many at once; the results in the order of the things. */
export async function atOnce<T, R>(
  things: readonly T[],
  most: number,
  act: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = things.entries();
  const worker = async () => {
    for (const [index, thing] of waiting) results.set(index, await act(thing));
  };
  await Promise.all(Array.from({ length: most }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
