import type { Rule } from '../../../engine/judge/rule.ts';
import { members } from '../../../engine/judge/rules/body/members.ts';
import { none } from '../../../engine/judge/rules/body/none.ts';
import { schema } from '../../../engine/judge/rules/body/schema.ts';
import { noInternals } from '../../../engine/judge/rules/errors/no-internals.ts';
import { expected } from '../../../engine/judge/rules/status/expected.ts';
import { json } from '../../../engine/judge/rules/wire/json.ts';
import { jsonCharset } from '../../../engine/judge/rules/wire/json-charset.ts';
import { jsonEncoding } from '../../../engine/judge/rules/wire/json-encoding.ts';
import { mediaType } from '../../../engine/judge/rules/wire/media-type.ts';
import { uniqueNames } from '../../../engine/judge/rules/wire/unique-names.ts';
import { gone } from '../../../lifecycle/rules/effects/gone.ts';
import { neighbours } from '../../../lifecycle/rules/effects/neighbours.ts';
import { refusedUnchanged } from '../../../lifecycle/rules/effects/refused-unchanged.ts';
import { stillGone } from '../../../lifecycle/rules/effects/still-gone.ts';
import { unlisted } from '../../../lifecycle/rules/effects/unlisted.ts';
import { PLUGIN } from '../words.ts';
import { sameInstance } from './instance/same-instance.ts';

const list = [
  expected,
  mediaType,
  json,
  jsonEncoding,
  jsonCharset,
  uniqueNames,
  none,
  members,
  schema,
  sameInstance,
  gone(PLUGIN),
  unlisted(PLUGIN),
  stillGone(PLUGIN),
  neighbours(PLUGIN),
  refusedUnchanged(PLUGIN),
  noInternals,
] as const satisfies readonly Rule[];

/** The id of a rule. */
export type RuleId = (typeof list)[number]['id'];

/** Every rule, in the order in which their requirements are reported. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = list;
