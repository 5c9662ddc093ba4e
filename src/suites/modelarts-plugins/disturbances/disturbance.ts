import type * as anyServer from '../../../trials/disturbed/disturbance.ts';
import type { PluginMock } from '../mock/deviation.ts';

/** Trouble of a server of plug-ins. */
export type Disturbance = anyServer.Disturbance<PluginMock>;
