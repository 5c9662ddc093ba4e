import { isDeepStrictEqual } from 'node:util';
import type { Document, Node } from 'yaml';
import type { Waiver } from '../../engine/model/waiver.ts';
import { readPlacedWaivers, readWaivers } from '../../engine/verdict/read-waivers.ts';
import { isSame } from '../../engine/verdict/waiver-sense.ts';
import { WaiversError } from '../../engine/verdict/waivers-error.ts';
import type { WaiversInput } from '../../engine/verdict/waivers-input.ts';

/** The library that writes YAML, too. */
export type YamlWriter = typeof import('yaml');

/**
 * The text of a file of waivers with more of them behind those that it has. All else stays as it is: comments, order, line
 * ends, and, but where it is a list in brackets, every byte. Throws a WaiversError where the file is wrong, or would be.
 */
export function withEntries(input: WaiversInput, entries: readonly Waiver[], yaml: YamlWriter): string {
  const placed = readPlacedWaivers(input);
  const already = entries.flatMap((entry) => {
    const same = placed.find(({ waiver }) => isSame(entry, waiver));
    return same === undefined
      ? []
      : [
          `\`${entry.requirement}\` is waived by line ${same.line} of ${input.shown} already; right would be to change what stands there.`,
        ];
  });
  if (already.length > 0) throw new WaiversError(...already);
  const wanted = [...placed.map(({ waiver }) => waiver), ...entries];
  const isRight = (text: string) => isDeepStrictEqual(readOrNull({ ...input, text }), wanted);
  const behind = putBehind(input.text, entries, yaml);
  if (isRight(behind)) return behind;
  const inside = putInside(input.text, entries, yaml);
  if (isRight(inside)) return inside;
  throw new WaiversError(
    `Nothing can be put behind the waivers of ${input.shown} and leave them as they are; right would be a plain list.`,
  );
}

function readOrNull(input: WaiversInput): readonly Waiver[] | null {
  try {
    return readWaivers(input);
  } catch {
    return null;
  }
}

/** The text with the entries as its last lines, as far in as the list begins. */
function putBehind(text: string, entries: readonly Waiver[], yaml: YamlWriter): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const list = yaml.parseDocument(text).contents;
  const begin = yaml.isSeq(list) ? (list.range?.[0] ?? 0) : 0;
  const indent = ' '.repeat(begin - (text.lastIndexOf('\n', begin - 1) + 1));
  const lines = textOf(entries, yaml)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line));
  const between = text === '' || text.endsWith('\n') ? '' : end;
  return text + between + lines.join(end);
}

/** The text of the list with the entries in it, as the library writes it anew: of one in brackets, for one. */
function putInside(text: string, entries: readonly Waiver[], yaml: YamlWriter): string {
  const document: Document = yaml.parseDocument(text);
  const { contents } = document;
  if (!yaml.isSeq(contents) || contents.items.length === 0) {
    const list = document.createNode([]);
    // Nothing stood there, but what was said of it.
    list.commentBefore = contents?.commentBefore ?? null;
    list.comment = contents?.comment ?? null;
    document.contents = list;
  }
  for (const entry of entries) document.add(nodeOf(document, entry, yaml));
  const written = document.toString({ lineWidth: 0 });
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

function textOf(entries: readonly Waiver[], yaml: YamlWriter): string {
  const document: Document = new yaml.Document([]);
  for (const entry of entries) document.add(nodeOf(document, entry, yaml));
  return document.toString({ lineWidth: 0 });
}

/** The node of an entry: fingerprints are in quotes, all of them, for some would be numbers without. */
function nodeOf(document: Document, entry: Waiver, yaml: YamlWriter): Node {
  const node = document.createNode(entry);
  const fingerprints = node.get('fingerprints');
  if (yaml.isSeq(fingerprints)) {
    fingerprints.flow = true;
    for (const one of fingerprints.items) if (yaml.isScalar(one)) one.type = 'QUOTE_SINGLE';
  }
  return node;
}
