import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject, jsonMember } from '../../../engine/json.ts';
import { composed } from '../../../trials/conforming/compose.ts';
import type { Answer } from '../../../trials/mock/answer.ts';
import type { Context } from '../mock/context.ts';
import { describing, isOwn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** The token that the run sends, whoever asks. */
function tokenOf({ pool }: Context): string {
  return pool.options.tokens[0] ?? '';
}

function bytesAs(token: string, write: (hex: string) => string): string {
  return [...Buffer.from(token)].map((byte) => write(byte.toString(16).padStart(2, '0'))).join('');
}

/** A token in ways that are different names of a JSON object. */
function spellingsOf(token: string): readonly string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [
    token,
    base64(token),
    base64(`Bearer ${token}`),
    base64(`a:${token}`),
    bytesAs(token, (hex) => `%${hex}`),
    bytesAs(token, (hex) => `%${hex.toUpperCase()}`),
    bytesAs(token, (hex) => `&#x${hex};`),
    bytesAs(token, (hex) => `\\u00${hex}`),
    `${token}${token}`,
    ` ${token}`,
    `/v2?token=${token}#1`,
  ];
}

/** A member for each spelling, and one that looks like what the suite puts in their place. */
function echoes(token: string): JsonObject {
  const members = spellingsOf(token).map((spelling, at) => [spelling, at] as const);
  return { ...Object.fromEntries(members), '[REDACTED]': token, '[REDACTED-2]': [...spellingsOf(token)] };
}

function added(value: Json, more: JsonObject): Json {
  return isJsonObject(value) ? { ...more, ...value } : value;
}

function changed(value: Json, name: string, change: (inner: Json) => Json): Json {
  const inner = jsonMember(value, name);
  return isJsonObject(value) && inner !== undefined ? { ...value, [name]: change(inner) } : value;
}

/** The plug-in's own inputs, and its texts without a fixed form. */
function inPlugin(plugin: JsonObject, token: string): Json {
  const more = echoes(token);
  const withInputs = changed(plugin, 'spec', (spec) =>
    changed(spec, 'template', (template) => changed(template, 'inputs', (inputs) => added(inputs, more))),
  );
  return changed(withInputs, 'status', (status) =>
    changed(status, 'reason', () => `Install complete for ${spellingsOf(token).join(' and ')}`),
  );
}

const named: Doing = {
  manner: () => ({
    ...composed([
      describing((plugin, context) =>
        isOwn(plugin, context) ? added(plugin, echoes(tokenOf(context))) : plugin,
      ),
      {
        answer: (answer, context) =>
          onRefusal(answer, context, (body) => added(body, echoes(tokenOf(context)))),
      },
    ]),
  }),
};

const held: Doing = {
  manner: () =>
    composed([
      describing((plugin, context) => (isOwn(plugin, context) ? inPlugin(plugin, tokenOf(context)) : plugin)),
      {
        answer: (answer, context) =>
          onRefusal(answer, context, (body) =>
            changed(body, 'error_msg', () => `Refused: ${spellingsOf(tokenOf(context)).join(', ')}`),
          ),
      },
    ]),
};

const inHeaders: Doing = {
  manner: () => ({
    answer: (answer, context) => ({
      ...answer,
      headers: {
        ...answer.headers,
        'x-auth-token': tokenOf(context),
        'x-echo': spellingsOf(tokenOf(context)).join(' '),
      },
    }),
  }),
};

function onRefusal(answer: Answer, { refusal }: Context, change: (body: Json) => Json): Answer {
  return refusal === null ? answer : { ...answer, body: change(answer.body) };
}

/** A server may repeat what it was sent, the token too; unwise as that is, no page forbids it. */
export const echo: Freedom = {
  name: 'echo',
  ways: [
    { title: 'members are named by the token, in many spellings', doing: fc.constant(named) },
    { title: 'texts and inputs hold the token, in many spellings', doing: fc.constant(held) },
    { title: 'headers hold the token, in many spellings', doing: fc.constant(inHeaders) },
    {
      title: 'members, texts, inputs and headers hold the token, in many spellings',
      doing: fc.constant({
        manner: () => composed([named, held, inHeaders].flatMap(({ manner }) => manner?.() ?? [])),
      }),
    },
  ],
};
