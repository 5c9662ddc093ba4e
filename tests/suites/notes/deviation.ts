import type { Answer, Note, Notebook, NotesRequest } from './server.ts';
import { TARGET } from './suite.ts';

/** Answers a request; `right` carries it out as the description has it. */
type Handler = (request: NotesRequest, right: () => Answer) => Answer;

/** A named way in which the server of the notes is wrong. */
export interface Deviation {
  readonly name: string;
  /** One sentence. */
  readonly title: string;
  /** The requirement that catches it. */
  readonly catches: string;
  /** A handler of its own for each server: it may remember what came before. */
  readonly begin: (notebook: Notebook) => Handler;
}

/** The answer to a DELETE that is carried out. */
export const DELETED: Answer = { status: 204, mediaType: null, body: '' };

/** Whether a request is a DELETE in a path of notes. */
export function isDelete({ method, names }: NotesRequest): boolean {
  return method === 'DELETE' && names !== null;
}

/** Changes the answers to a DELETE that have this status. */
export function changed(status: number, change: (answer: Answer) => Answer): Deviation['begin'] {
  return () => (request, right) => {
    const answer = right();
    return isDelete(request) && answer.status === status ? change(answer) : answer;
  };
}

/** Answers in place of what is right where that is a DELETE of the run's own note that is carried out. */
export function instead(
  act: (notebook: Notebook, note: Note, right: () => Answer) => Answer,
): Deviation['begin'] {
  return (notebook) => (request, right) => {
    const { names, token } = request;
    const note = names?.collection === TARGET.collection ? notebook.get(names.item) : undefined;
    const isToGo = isDelete(request) && token === TARGET.token && note !== undefined;
    return isToGo ? act(notebook, note, right) : right();
  };
}

/** A note that is told of though it is gone: to a Show, or to a List. */
export function ghost(
  isTold: (request: NotesRequest) => boolean,
  tell: (note: Note, answer: Answer) => Answer,
): Deviation['begin'] {
  return (notebook) => {
    let gone: Note | null = null;
    return (request, right) => {
      const note = notebook.get(request.names?.item ?? '') ?? null;
      const answer = right();
      if (isDelete(request) && answer.status === 204) gone = note;
      if (request.method === 'POST') gone = null;
      return gone !== null && request.method === 'GET' && isTold(request) ? tell(gone, answer) : answer;
    };
  };
}
