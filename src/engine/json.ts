/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a JSON value is an object (not null, not an array). */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own member; undefined where the value is no object or has no such member. */
export function jsonMember(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Parses a text; undefined where it is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse is typed `any`; what it gives is a JSON value by definition.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * A copy of a value with what stands at `steps` replaced; undefined removes it.
 * A step is a member name or an array index. Where the steps lead nowhere the copy equals the value.
 */
export function replaced(value: Json, steps: readonly string[], replacement: Json | undefined): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return replacement ?? null;
  if (Array.isArray(value)) {
    // Array.isArray widens a readonly array to any[].
    return (value as readonly Json[]).map((item, index) =>
      String(index) === step ? replaced(item, rest, replacement) : item,
    );
  }
  if (!isJsonObject(value)) return value;
  const { [step]: old, ...others } = value;
  if (rest.length > 0)
    return old === undefined ? value : { ...value, [step]: replaced(old, rest, replacement) };
  return replacement === undefined ? others : { ...value, [step]: replacement };
}
