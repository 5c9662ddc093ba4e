import type { Contract } from '../../engine/model/contract.ts';
import type { Report } from '../../engine/model/report.ts';
import { PACKAGE } from '../../engine/package-root.ts';

/** Where a report is made. */
export const ENVIRONMENT: Report['environment'] = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
};

/** By what, and for which contract, a report was made. */
export function origins({
  title,
  version: ofContract,
  sha256,
}: Contract): Pick<Report, 'contract' | 'suite'> {
  return { contract: { title, version: ofContract, sha256 }, suite: PACKAGE };
}
