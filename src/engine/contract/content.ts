import type { DocumentedResponse, MediaSource } from '../model/contract.ts';
import type { Broken } from '../model/requirement.ts';
import { answerInWords, clauseOfNoBody } from './answer-key.ts';
import { isObject, member } from './json-value.ts';
import { essenceOf, isJson, isMany } from './media-types.ts';
import { pointerOf } from './pointer.ts';
import type { Part } from './reference.ts';
import { sourceOf } from './source.ts';

/** A documented media type of an answer, and the schema that it has, if any. */
export interface Media extends Part {
  readonly essence: string;
  readonly schema: Part | null;
}

/** What a description has in the body of an answer. */
export type Content = Pick<DocumentedResponse, 'content' | 'mediaTypes' | 'mediaSource'> & {
  readonly media: readonly Media[];
};

/** What the description has in the body of a response. */
export function contentOf(response: Part, key: string): Content {
  const content = member(response.value, 'content');
  const written = Object.entries(isObject(content) ? content : {}).filter(([name]) => !name.startsWith('x-'));
  const media = written.map(([name, value]): Media => {
    const pointer = response.pointer + pointerOf(['content', name]);
    const schema = member(value, 'schema');
    return {
      ...{ essence: essenceOf(name), value, pointer },
      schema: schema === undefined ? null : { value: schema, pointer: `${pointer}/schema` },
    };
  });
  if (media.length === 0 || clauseOfNoBody(key) !== null) {
    return { content: 'none', mediaTypes: [], mediaSource: null, media };
  }
  const mediaTypes = media.map(({ essence }) => essence);
  const isOfJson = mediaTypes.some((one) => isJson(one) || isMany(one));
  return { content: isOfJson ? 'json' : 'other', mediaTypes, mediaSource: mediaSourceOf(media), media };
}

/** The first schema of a body that is JSON, and of which media type it is; null where none has one. */
export function judging({ content, media }: Content): (Part & { readonly essence: string }) | null {
  if (content === 'none') return null;
  for (const { essence, schema } of media) {
    if (schema !== null && (isJson(essence) || isMany(essence))) return { ...schema, essence };
  }
  return null;
}

/** What of an answer cannot be told, a sentence each. */
export function untoldOf(
  { key, content, judgedAs }: Pick<DocumentedResponse, 'key' | 'content' | 'judgedAs'>,
  media: readonly Media[],
): readonly string[] {
  const answer = answerInWords(key);
  if (content === 'none') {
    const [first] = media;
    return first === undefined
      ? []
      : [`The description has \`${first.essence}\` as the body of the ${answer}, which by HTTP has none.`];
  }
  const unjudged = media.filter(({ essence }) => essence !== judgedAs).map(({ essence }) => `\`${essence}\``);
  if (unjudged.length === 0) return [];
  const why =
    judgedAs === null
      ? 'the description has no schema of JSON for it'
      : `it is the schema of \`${judgedAs}\` that judges`;
  return [`What the ${answer} has in its body as ${unjudged.join(' or ')} is not judged: ${why}.`];
}

/** Where the first `x-source` of a media type says that they come from. */
function mediaSourceOf(media: readonly Media[]): MediaSource | null {
  const told = media.find(({ value }) => member(value, 'x-source') !== undefined);
  if (told === undefined) return null;
  const { basis, clause } = sourceOf([told]);
  const breaks = member(member(told.value, 'x-source'), 'breaks');
  return { basis, clause, ...(isBroken(breaks) ? { breaks } : {}) };
}

function isBroken(value: unknown): value is Broken {
  return typeof member(value, 'basis') === 'string' && typeof member(value, 'note') === 'string';
}
