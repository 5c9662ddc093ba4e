import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What Playwright reads the place of its cache from; the first wins. */
const OF_PLAYWRIGHT = ['PLAYWRIGHT_TRANSFORM_CACHE_DIR', 'PWTEST_CACHE_DIR'] as const;

/** Whether the user says where Playwright is to keep what it transforms. */
export function isTransformCacheSet(): boolean {
  return OF_PLAYWRIGHT.some((name) => process.env[name]);
}

/** Tells Playwright, in this process and those that it starts, where to keep what it transforms. */
export function setTransformCache(folder: string): void {
  process.env[OF_PLAYWRIGHT[1]] = folder;
}

/** Where this user's caches are (XDG Base Directory Specification: a path that is not absolute is none); null for nowhere. */
export function userCaches(): string | null {
  const { XDG_CACHE_HOME = '', HOME } = process.env;
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  try {
    const home = HOME ?? homedir();
    return isAbsolute(home) ? join(home, '.cache') : null;
  } catch {
    // A user that the system does not know has none.
    return null;
  }
}
