import { readFileSync } from 'node:fs';

// Our own package.json.
const { name, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly name: string; readonly version: string };

/** What the suite calls itself in reports. */
export const suite: { readonly name: string; readonly version: string } = { name, version };
