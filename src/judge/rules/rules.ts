import type { Rule } from '../rule.ts';
import { members } from './body/members.ts';
import { schema } from './body/schema.ts';
import { gone } from './effects/gone.ts';
import { neighbours } from './effects/neighbours.ts';
import { refusedUnchanged } from './effects/refused-unchanged.ts';
import { stillGone } from './effects/still-gone.ts';
import { unlisted } from './effects/unlisted.ts';
import { noInternals } from './errors/no-internals.ts';
import { creationTimestamp } from './instance/creation-timestamp.ts';
import { inputs } from './instance/inputs.ts';
import { name } from './instance/name.ts';
import { template } from './instance/template.ts';
import { version } from './instance/version.ts';
import { credentials } from './status/credentials.ts';
import { illFormed } from './status/ill-formed.ts';
import { installed } from './status/installed.ts';
import { method } from './status/method.ts';
import { noSuch } from './status/no-such.ts';
import { json } from './wire/json.ts';
import { jsonCharset } from './wire/json-charset.ts';
import { jsonEncoding } from './wire/json-encoding.ts';
import { mediaType } from './wire/media-type.ts';
import { uniqueNames } from './wire/unique-names.ts';

const list = [
  installed,
  illFormed,
  noSuch,
  credentials,
  method,
  mediaType,
  json,
  jsonEncoding,
  jsonCharset,
  uniqueNames,
  members,
  schema,
  name,
  creationTimestamp,
  template,
  version,
  inputs,
  gone,
  unlisted,
  stillGone,
  neighbours,
  refusedUnchanged,
  noInternals,
] as const satisfies readonly Rule[];

/** The id of a rule. */
export type RuleId = (typeof list)[number]['id'];

/** Every rule, in the order in which their requirements are reported. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = list;
