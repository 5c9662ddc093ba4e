import { sha256Of } from '../../engine/contract/digest.ts';
import type { ReportInput } from '../../engine/model/report.ts';
import { reportDispute } from '../../engine/report/dispute.ts';
import { REPORT_FILES } from '../../engine/report/file-names.ts';
import { reportJson } from '../../engine/report/json.ts';
import { reportRequestsCsv } from '../../engine/report/requests-csv.ts';
import { reportTexts } from '../../engine/report/write.ts';
import { PACKED } from './names.ts';

/** The texts of a pack that are made of its evidence, by path; `har`: the SHA-256 of that. */
export function derivedTexts(input: ReportInput, har: string): ReadonlyMap<string, string> {
  const json = reportJson(input);
  const texts = reportTexts(input, { json: sha256Of(json), har });
  return new Map([
    [PACKED.json, json],
    [PACKED.html, texts[REPORT_FILES.html]],
    [PACKED.markdown, texts[REPORT_FILES.markdown]],
    [PACKED.junit, texts[REPORT_FILES.junit]],
    [PACKED.requests, reportRequestsCsv(input)],
    [PACKED.dispute, reportDispute(input)],
  ]);
}
