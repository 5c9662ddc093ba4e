import type { InstanceMark } from '../model/contract.ts';
import { ContractError } from './contract-error.ts';
import type { KeywordSource, SchemaObject, Source } from './description.ts';
import { type Facts, inWords, isJsonType, type JsonType } from './expected.ts';
import { isObject } from './json-value.ts';
import type { Part } from './reference.ts';
import { beyondMembersIn, describingIn, type Layer, layersOf, partsOf } from './schema-layers.ts';
import { keywordSourcesOf, sourceOf } from './source.ts';

/** A documented value: the body, a member, an item of an array or a value of a map. */
export interface SchemaNode {
  /** Dotted path of the field it belongs to: an item and a map's value belong to their array and map. */
  readonly path: string;
  readonly steps: readonly string[];
  /** Those that the value may have; [] where any will do. */
  readonly types: readonly JsonType[];
  /** A keyword by which more is said of what the value holds than its members and items show; null where none is. */
  readonly beyond: string | null;
  /** The keyword by which members may be there that no page names, so that none is drift; null where there is none. */
  readonly openBy: string | null;
  readonly required: boolean;
  /** True but for items and values, which are no fields of their own. */
  readonly isField: boolean;
  /** Where it comes from; of an item or a value: where its array or map does. */
  readonly source: Source;
  /** Keywords that come from elsewhere; `required`: that it is there. */
  readonly keywords: ReadonlyMap<string, KeywordSource>;
  /** Readings by which a member that no `required` names may be absent: those of the nearest `required` around it. */
  readonly absence: readonly string[];
  readonly expected: string;
  readonly instance: InstanceMark | null;
  readonly members: ReadonlyMap<string, SchemaNode>;
  /** What each item of an array, or each value of a map, is; null where there is none or anything goes. */
  readonly inner: SchemaNode | null;
}

type Place = Pick<SchemaNode, 'path' | 'steps' | 'required' | 'isField' | 'absence'> & {
  /** Where the schemas stand that hold it. */
  readonly trail: readonly string[];
  /** Of an item or a value: that of its array or map. */
  readonly source: Source | null;
  /** Where it comes from that it must be there, where that is elsewhere. */
  readonly presence: KeywordSource | undefined;
};

const FACTS = [
  ...(['const', 'enum', 'format', 'pattern', 'minLength', 'maxLength'] as const),
  ...(['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'] as const),
] as const;

/** Reads a response's schema into the tree of what it documents. */
export function readSchema(description: unknown, schema: Part): SchemaNode {
  return readNode(description, layersOf(description, schema), {
    path: '',
    steps: [],
    required: true,
    isField: true,
    source: null,
    presence: undefined,
    absence: [],
    trail: [],
  });
}

function readNode(description: unknown, layers: readonly Layer[], place: Place): SchemaNode {
  // What contains itself is read once: what lies deeper its schema alone knows.
  const isAgain = layers.some(({ pointer }) => place.trail.includes(pointer));
  const trail = [...place.trail, ...layers.map(({ pointer }) => pointer)];
  const types = typesOf(layers);
  const source = place.source ?? sourceOf(layers);
  const inner = isAgain ? null : readInner(description, layers, { ...place, source, trail });
  const facts: Facts = Object.assign({}, ...[...layers].reverse().map(({ value }) => factsOf(value)));
  const expected = inWords(types, facts, inner?.expected ?? null);
  const members = isAgain
    ? new Map<string, SchemaNode>()
    : readMembers(description, layers, { ...place, trail });
  const beyond = isAgain ? '$ref' : beyondMembersIn(layers);
  return {
    path: place.path,
    steps: place.steps,
    required: place.required,
    types,
    beyond,
    openBy: isAgain
      ? '$ref'
      : (describingIn(layers) ?? (mayHaveMore(layers) ? 'additionalProperties' : null)),
    isField: place.isField,
    source,
    keywords: keywordsOf(layers, place),
    absence: place.absence,
    expected,
    instance: place.isField ? markOf(layers) : null,
    members,
    inner,
  };
}

function readMembers(description: unknown, layers: readonly Layer[], place: Place): SchemaNode['members'] {
  const absence = keywordSourcesOf(layers).get('required')?.readings ?? place.absence;
  const names = new Set(layers.flatMap(({ value }) => Object.keys(value.properties ?? {})));
  return new Map(
    [...names].map((name) => [
      name,
      readNode(description, partsOf(description, layers, 'properties', name), {
        path: place.path === '' ? name : `${place.path}.${name}`,
        steps: [...place.steps, name],
        ...presenceOf(layers, name),
        isField: true,
        source: null,
        absence,
        trail: place.trail,
      }),
    ]),
  );
}

function readInner(description: unknown, layers: readonly Layer[], place: Place): SchemaNode | null {
  // `true` says nothing of what is in it.
  for (const keyword of ['items', 'additionalProperties'] as const) {
    const holding = layers.filter(({ value }) => isObject(value[keyword]));
    if (holding.length === 0) continue;
    const steps = [...place.steps, '*'];
    return readNode(description, partsOf(description, holding, keyword), {
      ...place,
      steps,
      required: false,
      isField: false,
      presence: undefined,
    });
  }
  return null;
}

/** Whether a member must be there, and where that comes from, by the layers of what holds it. */
function presenceOf(layers: readonly Layer[], name: string): Pick<Place, 'required' | 'presence'> {
  const demanding = layers.filter(({ value }) => value.required?.includes(name));
  return { required: demanding.length > 0, presence: keywordSourcesOf(demanding).get('required') };
}

/** What the layers say of their own keywords; of `required` what is said of this value, not of its members. */
function keywordsOf(layers: readonly Layer[], { presence }: Place): SchemaNode['keywords'] {
  const keywords = new Map(keywordSourcesOf(layers));
  keywords.delete('required');
  return presence === undefined ? keywords : keywords.set('required', presence);
}

/** What the first layer that has the mark says; a ContractError names one that says something else. */
function markOf(layers: readonly Layer[]): InstanceMark | null {
  const layer = layers.find(({ value }) => value['x-instance'] !== undefined);
  const mark: unknown = layer?.value['x-instance'];
  if (layer === undefined) return null;
  if (isMark(mark)) return mark;
  const pointer = `${layer.pointer}/x-instance`;
  throw new ContractError(
    `The mark at \`${pointer}\` is not as \`{ as, optional, readings }\` has to be.`,
    pointer,
  );
}

function isMark(mark: unknown): mark is InstanceMark {
  if (!isObject(mark)) return false;
  const { as, optional = true, readings = [], ...rest } = mark;
  const isNamed = typeof as === 'string' && /^[A-Za-z]+$/.test(as);
  const isList = Array.isArray(readings) && readings.every((one) => typeof one === 'string');
  return isNamed && optional === true && isList && Object.keys(rest).length === 0;
}

/** What the first layer with a `type` says of it. */
function typesOf(layers: readonly Layer[]): readonly JsonType[] {
  const type: unknown = layers.find(({ value }) => value.type !== undefined)?.value.type;
  // What is no type of JSON does not compile.
  return [type].flat().filter(isJsonType);
}

/** Whether the layers let members be there that they do not name. */
function mayHaveMore(layers: readonly Layer[]): boolean {
  return layers.some(
    ({ value }) => value.additionalProperties !== undefined && value.additionalProperties !== false,
  );
}

function factsOf(schema: SchemaObject): Facts {
  return Object.fromEntries(FACTS.filter((fact) => fact in schema).map((fact) => [fact, schema[fact]]));
}
