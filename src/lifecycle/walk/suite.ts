import { readFileSync } from 'node:fs';
import type { Contract } from '../../engine/model/contract.ts';
import type { Report } from '../../engine/model/report.ts';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';

// Our own package.json.
const { name, version } = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

/** What the suite calls itself in reports. */
export const suite: { readonly name: string; readonly version: string } = { name, version };

/** By what, for which contract and where a report was made. */
export function origins({
  title,
  version: ofContract,
  sha256,
}: Contract): Pick<Report, 'contract' | 'suite' | 'environment'> {
  return {
    contract: { title, version: ofContract, sha256 },
    suite,
    environment: { node: process.version, platform: `${process.platform} ${process.arch}` },
  };
}
