import type * as anyServer from '../../../trials/conforming/freedom.ts';
import type { PluginMock } from '../mock/deviation.ts';

/** What a server of plug-ins does by one of its choices. */
export type Doing = anyServer.Doing<PluginMock>;

/** One thing that the readings leave to a server of plug-ins. */
export type Freedom = anyServer.Freedom<PluginMock>;
