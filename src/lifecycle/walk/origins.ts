import type { Contract } from '../../engine/model/contract.ts';
import type { Report } from '../../engine/model/report.ts';
import { PACKAGE } from '../../engine/package-root.ts';

/** By what, for which contract and where a report was made. */
export function origins({
  title,
  version: ofContract,
  sha256,
}: Contract): Pick<Report, 'contract' | 'suite' | 'environment'> {
  return {
    contract: { title, version: ofContract, sha256 },
    suite: PACKAGE,
    environment: { node: process.version, platform: `${process.platform} ${process.arch}` },
  };
}
