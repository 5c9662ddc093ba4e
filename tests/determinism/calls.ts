/** By file and by name: the arguments of each call, made anew whenever they are asked for. */
export type Calls = Readonly<Record<string, Readonly<Record<string, () => readonly (readonly unknown[])[]>>>>;
