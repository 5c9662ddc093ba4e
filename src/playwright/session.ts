/** tmp */
export async function beginSession(): Promise<() => Promise<void>> {
  return async () => undefined;
}
