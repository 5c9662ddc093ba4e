/** Says in one sentence why a description cannot be used, and where in it the cause stands. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  /** JSON Pointer into the description; '' for the description itself. */
  readonly pointer: string;

  constructor(sentence: string, pointer = '') {
    super(sentence);
    this.pointer = pointer;
  }
}
