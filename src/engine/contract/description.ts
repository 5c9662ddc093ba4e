import type { OpenAPIV3_1 } from 'openapi-types';
import type { InstanceMark, Reading } from '../model/contract.ts';
import type { Basis, FindingBasis } from '../model/requirement.ts';

/** The extension `x-source`: where a status or a field comes from. */
export interface Source {
  readonly basis: Basis;
  readonly clause: string;
  /** Ids of the readings in `x-readings` that it rests on. */
  readonly readings?: readonly string[];
}

/** Where a keyword of the same schema comes from, where that is elsewhere. */
export interface KeywordSource {
  readonly basis: FindingBasis;
  /** What was added to the sentence of the page, and why. */
  readonly note: string;
  readonly readings?: readonly string[];
}

/** The same extension as it is written: a schema that only adds to another one has `keywords` alone. */
export type WrittenSource = Partial<Source> & { readonly keywords?: Readonly<Record<string, KeywordSource>> };

/** The OpenAPI description, once it has been checked, with this suite's list of readings. */
export type Description = OpenAPIV3_1.Document & { readonly 'x-readings'?: readonly Reading[] };

/** A schema object of OpenAPI 3.1, where `$ref` may have siblings. */
export interface SchemaObject extends Omit<OpenAPIV3_1.BaseSchemaObject, Replaced> {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly 'x-source'?: WrittenSource;
  readonly 'x-instance'?: InstanceMark;
}

/** A schema: an object, or `true` for anything and `false` for nothing. */
export type Schema = SchemaObject | boolean;

type Replaced = 'allOf' | 'properties' | 'additionalProperties' | 'const' | 'enum';
