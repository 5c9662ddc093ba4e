import type { Freedom, Tried } from './freedom.ts';
import { clocks } from './freedoms/clocks.ts';
import { coding } from './freedoms/coding.ts';
import { connection, informational, packets, reason, slowness } from './freedoms/connection.ts';
import { controllers } from './freedoms/controllers.ts';
import { echo } from './freedoms/echo.ts';
import { errors, otherErrors } from './freedoms/errors.ts';
import { framing } from './freedoms/framing.ts';
import { date, headerNames, headerSpace, headers } from './freedoms/headers.ts';
import { metadataName, timestamps } from './freedoms/identity.ts';
import { inputs } from './freedoms/inputs.ts';
import { letterCase } from './freedoms/letter-case.ts';
import { listShape } from './freedoms/list-shape.ts';
import { mediaType } from './freedoms/media-type.ts';
import { membersOf } from './freedoms/members.ts';
import { nearNames } from './freedoms/near-names.ts';
import { neighbours, statuses } from './freedoms/neighbours.ts';
import { oddLists } from './freedoms/odd-lists.ts';
import { order } from './freedoms/order.ts';
import { othersLater } from './freedoms/others-later.ts';
import { deletedPhase, phases } from './freedoms/phases.ts';
import { replicas } from './freedoms/replicas.ts';
import { resources } from './freedoms/resources.ts';
import { spelling } from './freedoms/spelling.ts';
import { credentialStatuses, methodStatuses, refusalStatuses, showStatuses } from './freedoms/statuses.ts';
import { lag, time } from './freedoms/time.ts';
import { troubleOn } from './freedoms/trouble.ts';
import { unknownMembersOf } from './freedoms/unknown-members.ts';

/** All that is left to a server, in the order in which its answers are made. */
export const freedomsFor = ({ contract, walk }: Tried): readonly Freedom[] => [
  neighbours,
  time,
  lag,
  replicas,
  othersLater,
  controllers,
  clocks,
  letterCase,
  nearNames,
  inputs,
  phases,
  deletedPhase,
  metadataName,
  timestamps,
  resources,
  membersOf(contract),
  statuses,
  listShape,
  oddLists,
  unknownMembersOf(contract),
  echo,
  order,
  refusalStatuses,
  credentialStatuses,
  methodStatuses,
  showStatuses,
  mediaType,
  errors,
  spelling,
  otherErrors,
  coding,
  troubleOn(walk),
  headers,
  headerNames,
  headerSpace,
  date,
  reason,
  informational,
  framing,
  connection,
  packets,
  slowness,
];
