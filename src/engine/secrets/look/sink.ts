/** Takes bytes piece by piece, to their end. */
export interface Sink {
  readonly push: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

/** The bytes as a text of one character each. */
export function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
