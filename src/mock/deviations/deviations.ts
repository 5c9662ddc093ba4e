import type { Deviation } from '../deviation.ts';
import { badTimestamp } from './bad-timestamp.ts';
import { badUtf8400 } from './bad-utf-8-400.ts';
import { bodyArray } from './body-array.ts';
import { brokenJson } from './broken-json.ts';
import { brokenJson400 } from './broken-json-400.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { caseInsensitive } from './case-insensitive.ts';
import { changesNeighbour } from './changes-neighbour.ts';
import { comesBack } from './comes-back.ts';
import { cutAnswer } from './cut-answer.ts';
import { deletesNeighbour } from './deletes-neighbour.ts';
import { describesOtherInputs } from './describes-other-inputs.ts';
import { describesOtherName } from './describes-other-name.ts';
import { describesOtherTemplate } from './describes-other-template.ts';
import { describesOtherTimestamp } from './describes-other-timestamp.ts';
import { describesOtherVersion } from './describes-other-version.ts';
import { duplicateMembers } from './duplicate-members.ts';
import { duplicateMembers400 } from './duplicate-members-400.ts';
import { encodedTemplateAccepted } from './encoded-template-accepted.ts';
import { errorBodyArray } from './error-body-array.ts';
import { errorCodeShape } from './error-code-shape.ts';
import { errorMsgEmpty } from './error-msg-empty.ts';
import { extraMember } from './extra-member.ts';
import { extraMember400 } from './extra-member-400.ts';
import { hangsUp } from './hangs-up.ts';
import { html400 } from './html-400.ts';
import { illFormed500 } from './ill-formed-500.ts';
import { illFormedPoolAccepted } from './ill-formed-pool-accepted.ts';
import { illFormedProjectAccepted } from './ill-formed-project-accepted.ts';
import { illFormedTemplateAccepted } from './ill-formed-template-accepted.ts';
import { inputsArray } from './inputs-array.ts';
import { installedRefused } from './installed-refused.ts';
import { involvedApiVersionNumber } from './involved-api-version-number.ts';
import { involvedKindNull } from './involved-kind-null.ts';
import { involvedNameArray } from './involved-name-array.ts';
import { involvedNamespaceBoolean } from './involved-namespace-boolean.ts';
import { involvedObjectString } from './involved-object-string.ts';
import { involvedUidNumber } from './involved-uid-number.ts';
import { kindWrongType } from './kind-wrong-type.ts';
import { limitsNumber } from './limits-number.ts';
import { metadataNameNull } from './metadata-name-null.ts';
import { missingMetadata } from './missing-metadata.ts';
import { missingPhase } from './missing-phase.ts';
import { missingSpec } from './missing-spec.ts';
import { missingTemplateName } from './missing-template-name.ts';
import { neverDeleted } from './never-deleted.ts';
import { neverEnding } from './never-ending.ts';
import { noToken400 } from './no-token-400.ts';
import { noTokenAccepted } from './no-token-accepted.ts';
import { notHttp } from './not-http.ts';
import { overLongPoolAccepted } from './over-long-pool-accepted.ts';
import { overLongProjectAccepted } from './over-long-project-accepted.ts';
import { overLongTemplateAccepted } from './over-long-template-accepted.ts';
import { phaseNull } from './phase-null.ts';
import { postAccepted } from './post-accepted.ts';
import { putAccepted } from './put-accepted.ts';
import { reasonObject } from './reason-object.ts';
import { refusalWithoutCode } from './refusal-without-code.ts';
import { refusedYetDeleted } from './refused-yet-deleted.ts';
import { refusesBody } from './refuses-body.ts';
import { repeat200 } from './repeat-200.ts';
import { replicasNegative } from './replicas-negative.ts';
import { requestIdNumber } from './request-id-number.ts';
import { requestsArray } from './requests-array.ts';
import { resourceVersionNumber } from './resource-version-number.ts';
import { resourcesObject } from './resources-object.ts';
import { silentDelete } from './silent-delete.ts';
import { stackTrace } from './stack-trace.ts';
import { status202 } from './status-202.ts';
import { status204 } from './status-204.ts';
import { statusString } from './status-string.ts';
import { statusVersionNumber } from './status-version-number.ts';
import { stillListed } from './still-listed.ts';
import { stillShown } from './still-shown.ts';
import { templateString } from './template-string.ts';
import { templateVersionNumber } from './template-version-number.ts';
import { textPlain } from './text-plain.ts';
import { trailingText } from './trailing-text.ts';
import { unauthenticatedYetDeleted } from './unauthenticated-yet-deleted.ts';
import { undocumentedPhase } from './undocumented-phase.ts';
import { unknownPool200 } from './unknown-pool-200.ts';
import { unknownTemplate200 } from './unknown-template-200.ts';
import { valuesObject } from './values-object.ts';
import { wrongApiVersion } from './wrong-api-version.ts';
import { wrongTokenAccepted } from './wrong-token-accepted.ts';

/** Every way in which the mock can be wrong, one file each, by what they break. */
export const deviations: readonly Deviation[] = [
  // the status of an accepted DELETE
  status202,
  status204,
  installedRefused,
  refusesBody,
  // an accepted DELETE whose answer does not arrive as one
  silentDelete,
  hangsUp,
  cutAnswer,
  notHttp,
  neverEnding,
  // names that must be refused
  illFormedPoolAccepted,
  overLongPoolAccepted,
  illFormedTemplateAccepted,
  overLongTemplateAccepted,
  illFormedProjectAccepted,
  overLongProjectAccepted,
  encodedTemplateAccepted,
  illFormed500,
  // plug-ins and pools that do not exist
  unknownTemplate200,
  unknownPool200,
  caseInsensitive,
  repeat200,
  // credentials and methods
  noTokenAccepted,
  wrongTokenAccepted,
  noToken400,
  putAccepted,
  postAccepted,
  // media type and JSON
  textPlain,
  html400,
  brokenJson,
  trailingText,
  brokenJson400,
  byteOrderMark,
  badUtf8400,
  duplicateMembers,
  duplicateMembers400,
  extraMember,
  extraMember400,
  // the body of the 200, field by field
  bodyArray,
  wrongApiVersion,
  kindWrongType,
  missingMetadata,
  metadataNameNull,
  badTimestamp,
  missingSpec,
  templateString,
  missingTemplateName,
  templateVersionNumber,
  inputsArray,
  statusString,
  missingPhase,
  phaseNull,
  undocumentedPhase,
  statusVersionNumber,
  reasonObject,
  valuesObject,
  resourcesObject,
  involvedObjectString,
  involvedKindNull,
  involvedApiVersionNumber,
  involvedNamespaceBoolean,
  involvedNameArray,
  involvedUidNumber,
  resourceVersionNumber,
  replicasNegative,
  limitsNumber,
  requestsArray,
  // the body of the 400, field by field
  errorBodyArray,
  refusalWithoutCode,
  errorCodeShape,
  errorMsgEmpty,
  requestIdNumber,
  // the instance that the 200 describes
  describesOtherName,
  describesOtherTimestamp,
  describesOtherTemplate,
  describesOtherVersion,
  describesOtherInputs,
  // effects
  neverDeleted,
  stillShown,
  stillListed,
  comesBack,
  deletesNeighbour,
  changesNeighbour,
  refusedYetDeleted,
  unauthenticatedYetDeleted,
  // errors
  stackTrace,
];

const byName: ReadonlyMap<string, Deviation> = new Map(deviations.map((one) => [one.name, one]));

/** The names of all deviations, in the order of the list. */
export const deviationNames: readonly string[] = [...byName.keys()];

/** The deviation of that name; null where there is none. */
export function findDeviation(name: string): Deviation | null {
  return byName.get(name) ?? null;
}
