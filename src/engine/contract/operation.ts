import type { DocumentedResponse, Operation } from '../model/contract.ts';
import { isAnswerKey } from './answer-key.ts';
import { ContractError } from './contract-error.ts';
import { isObject, member } from './json-value.ts';
import { pointerOf } from './pointer.ts';
import type { Part } from './reference.ts';
import { type Compiler, readResponse } from './response.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** An operation before it is read: where it stands. */
export interface OperationPart extends Part {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** Every operation of the description, in its order. */
export function operationParts(description: unknown): readonly OperationPart[] {
  const paths = member(description, 'paths');
  const parts = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
    METHODS.filter((method) => member(item, method) !== undefined).map((method) => {
      const value = member(item, method);
      const pointer = pointerOf(['paths', path, method]);
      const id = member(value, 'operationId');
      if (typeof id !== 'string') {
        throw new ContractError(`The operation at \`${pointer}\` has no \`operationId\`.`, pointer);
      }
      return { id, method: method.toUpperCase(), path, value, pointer };
    }),
  );
  if (parts.length === 0) throw new ContractError('The description has no operation.', '/paths');
  return parts;
}

/** The responses of an operation, each with what the description calls it. */
export function responseParts(operation: OperationPart): readonly (Part & { readonly key: string })[] {
  const responses = member(operation.value, 'responses');
  const written = Object.entries(isObject(responses) ? responses : {}).filter(
    ([key]) => !key.startsWith('x-'),
  );
  const parts = written.map(([key, value]) => {
    const pointer = operation.pointer + pointerOf(['responses', key]);
    if (!isAnswerKey(key)) {
      throw new ContractError(
        `The response at \`${pointer}\` is called neither by a status, nor by a range such as \`5XX\`, nor \`default\`.`,
        pointer,
      );
    }
    return { key, value, pointer };
  });
  if (parts.length > 0) return parts;
  throw new ContractError(
    `The operation \`${operation.id}\` has no response.`,
    `${operation.pointer}/responses`,
  );
}

/** Reads one operation with its responses. */
export function readOperation(description: unknown, part: OperationPart, compiler: Compiler): Operation {
  const responses = responseParts(part).map((response): [string, DocumentedResponse] => [
    response.key,
    readResponse(description, response.key, response, compiler),
  ]);
  return { id: part.id, method: part.method, path: part.path, responses: new Map(responses) };
}
