/** A HAR file that cannot be read as one of this suite's; the message is one sentence with the place. */
export class HarError extends Error {
  override readonly name = 'HarError';
}

/** One object of a HAR file, and where it stands; every question it cannot answer is a HarError. */
export class HarReader {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: string;

  private constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new HarError(`The HAR file has no object at ${path === '' ? 'its top' : `\`${path}\``}.`);
    }
    // Checked just above; a JSON object's members are unknown.
    this.#value = value as Readonly<Record<string, unknown>>;
    this.#path = path;
  }

  /** The top of a file. */
  static of(text: string): HarReader {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new HarError('The HAR file is no JSON.');
    }
    return new HarReader(value, '');
  }

  /** A value that was read otherwise, and where it stands in the file: a path, or a JSON Pointer. */
  static at(value: unknown, path: string): HarReader {
    return new HarReader(value, path);
  }

  /** The object that is that member. */
  at(name: string): HarReader {
    return new HarReader(this.#member(name), this.#pathOf(name));
  }

  /** The same; null where there is no such member. */
  optional(name: string): HarReader | null {
    return this.#member(name) === undefined ? null : this.at(name);
  }

  /** The objects of the array that is that member. */
  list(name: string): readonly HarReader[] {
    const value = this.#member(name);
    if (!Array.isArray(value)) throw this.wrong(name, 'an array');
    return value.map((item: unknown, index) => new HarReader(item, `${this.#pathOf(name)}/${index}`));
  }

  /** The same; null where there is no such member. */
  optionalList(name: string): readonly HarReader[] | null {
    return this.#member(name) === undefined ? null : this.list(name);
  }

  /** The numbers of the array that is that member; undefined where there is no such member. */
  optionalNumbers(name: string): readonly number[] | undefined {
    const value = this.#member(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isNumber)) throw this.wrong(name, 'an array of numbers');
    return value;
  }

  /** The pairs of texts of the array that is that member; undefined where there is no such member. */
  optionalPairs(name: string): readonly (readonly [string, string])[] | undefined {
    const value = this.#member(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isPair)) throw this.wrong(name, 'an array of pairs of texts');
    return value;
  }

  /** The text that is that member, or null where that is. */
  textOrNull(name: string): string | null {
    return this.isNull(name) ? null : this.text(name);
  }

  /** The text that is that member. */
  text(name: string): string {
    const value = this.#member(name);
    if (typeof value !== 'string') throw this.wrong(name, 'a text');
    return value;
  }

  /** The same; undefined where there is no such member. */
  optionalText(name: string): string | undefined {
    return this.#member(name) === undefined ? undefined : this.text(name);
  }

  /** The number that is that member. */
  number(name: string): number {
    const value = this.#member(name);
    if (typeof value !== 'number') throw this.wrong(name, 'a number');
    return value;
  }

  /** The same; undefined where there is no such member. */
  optionalNumber(name: string): number | undefined {
    return this.#member(name) === undefined ? undefined : this.number(name);
  }

  /** The text that is that member, one of those given. */
  oneOf<const T extends string>(name: string, known: readonly T[]): T {
    const value = this.text(name);
    const found = known.find((one) => one === value);
    if (found === undefined) throw this.wrong(name, `one of ${known.map((one) => `\`${one}\``).join(', ')}`);
    return found;
  }

  /** Whether there is such a member. */
  has(name: string): boolean {
    return this.#member(name) !== undefined;
  }

  /** Whether that member is null; it must be there. */
  isNull(name: string): boolean {
    if (this.#member(name) === undefined) throw this.wrong(name, 'a value');
    return this.#member(name) === null;
  }

  /** Whether that member is true; a missing one is not. */
  isTrue(name: string): boolean {
    return this.#member(name) === true;
  }

  #member(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  #pathOf(name: string): string {
    return `${this.#path}/${name}`;
  }

  /** What is wrong with that member: it is not what is wanted. */
  wrong(name: string, wanted: string): HarError {
    return new HarError(`The HAR file has no \`${this.#pathOf(name)}\` that is ${wanted}.`);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}
