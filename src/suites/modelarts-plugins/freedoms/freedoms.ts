import type { Contract } from '../../../engine/model/contract.ts';
import { codingBut } from '../../../trials/conforming/freedoms/coding.ts';
import {
  connection,
  informational,
  packets,
  reason,
  slowness,
} from '../../../trials/conforming/freedoms/connection.ts';
import { framing } from '../../../trials/conforming/freedoms/framing.ts';
import { date, headerNames, headerSpace, headers } from '../../../trials/conforming/freedoms/headers.ts';
import { mediaTypeBut } from '../../../trials/conforming/freedoms/media-type.ts';
import { order } from '../../../trials/conforming/freedoms/order.ts';
import { spelling } from '../../../trials/conforming/freedoms/spelling.ts';
import { troubleOn } from '../../../trials/conforming/freedoms/trouble.ts';
import type { Asked } from '../../../trials/mock/manner.ts';
import type { WalkLengths } from '../../../trials/walk-lengths.ts';
import { gateway } from '../gateway.ts';
import { DELETE_PLUGIN } from '../operations.ts';
import { clocks } from './clocks.ts';
import { controllers } from './controllers.ts';
import { echo } from './echo.ts';
import { errors, otherErrorsOf } from './errors.ts';
import type { Freedom } from './freedom.ts';
import { metadataName, timestamps } from './identity.ts';
import { inputs } from './inputs.ts';
import { letterCase } from './letter-case.ts';
import { listShape } from './list-shape.ts';
import { membersOf } from './members.ts';
import { nearNames } from './near-names.ts';
import { neighbours, statuses } from './neighbours.ts';
import { oddLists } from './odd-lists.ts';
import { othersLater } from './others-later.ts';
import { deletedPhase, phases } from './phases.ts';
import { replicas } from './replicas.ts';
import { resources } from './resources.ts';
import { credentialStatuses, methodStatuses, refusalStatuses, showStatuses } from './statuses.ts';
import { lag, time } from './time.ts';
import { unknownMembersOf } from './unknown-members.ts';

/** The answers under test alone must say what they are. */
const isUnderTest = ({ operation }: Asked) => operation === DELETE_PLUGIN.id || operation === null;

const isInstall = ({ operation }: Asked) => operation === 'CreatePlugin';

/** All that is left to a server, in the order in which its answers are made. */
export const freedomsFor = (contract: Contract, lengths: WalkLengths): readonly Freedom[] => [
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
  mediaTypeBut(isUnderTest),
  errors,
  spelling,
  otherErrorsOf(contract),
  codingBut(isUnderTest),
  troubleOn(lengths, isInstall, gateway),
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
