import type { Gateway } from '../../trials/tried-suite.ts';
import { expiredAnswer, gatewayAnswer, gatewayRefusal } from '../huaweicloud/mock/gateway.ts';
import type { PluginMock } from './mock/deviation.ts';

/** What stands in front of the mock where trials put trouble there. */
export const gateway: Gateway<PluginMock> = {
  answer: gatewayAnswer,
  expired: expiredAnswer,
  refusal: gatewayRefusal('deviation', 503, 'APIGW.0613', 'Not reached.'),
};
