/** A request was about to go to a path that is not the resource's: a fault of the suite, nothing was sent. */
export class GuardError extends Error {
  constructor(path: string, reason: string) {
    super(`Refused to send a request to \`${path}\`: ${reason}.`);
    this.name = 'GuardError';
  }
}
