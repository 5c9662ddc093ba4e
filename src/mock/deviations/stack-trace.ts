import { on400, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

const TRACE = [
  'java.lang.IllegalStateException: plugin lookup failed',
  '\tat com.example.plugins.PluginService.find(PluginService.java:212)',
  '\tat com.example.plugins.PluginResource.delete(PluginResource.java:87)',
].join('\n');

export const stackTrace = {
  name: 'stack-trace',
  title: 'The 400 of a DELETE shows a stack trace.',
  catches: 'delete.error.no-internals',
  answer: on400(setting('error_msg', TRACE)),
} as const satisfies Deviation;
