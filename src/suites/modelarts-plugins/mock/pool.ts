import { openTokenStore, type TokenStore } from '../../huaweicloud/mock/token-store.ts';
import type { MockOptions } from './options.ts';
import type { Plugin, Template } from './plugin.ts';

/** All that the mock remembers: one pool, and the tokens that open it. */
export interface Pool {
  readonly options: MockOptions;
  /** By template name, in the order of their installation. */
  readonly plugins: Map<string, Plugin>;
  /** The last deleted instance of each template that is not installed now. */
  readonly gone: Map<string, Plugin>;
  readonly tokens: TokenStore;
}

/** The pool as it is before the first request: the neighbours alone. */
export function openPool(options: MockOptions): Pool {
  const plugins = new Map<string, Plugin>();
  for (const { templateName, version, inputs, creationTimestamp } of options.neighbours) {
    plugins.set(templateName, {
      poolName: options.poolName,
      template: { name: templateName, version, inputs },
      creationTimestamp,
      runningAt: Number.NEGATIVE_INFINITY,
      goneAt: null,
    });
  }
  return { options, plugins, gone: new Map(), tokens: openTokenStore(options.tokens) };
}

/** Installs a template; `at` is RFC 3339, `now` the same moment of the monotonic clock in milliseconds. */
export function install(pool: Pool, template: Template, at: string, now: number): Plugin {
  const plugin: Plugin = {
    poolName: pool.options.poolName,
    template,
    creationTimestamp: at,
    runningAt: now + pool.options.installMs,
    goneAt: null,
  };
  pool.plugins.set(template.name, plugin);
  pool.gone.delete(template.name);
  return plugin;
}

/** Deletes a plug-in, at once or after the pool's `removeMs`; does nothing where it is not there. */
export function remove(pool: Pool, templateName: string, now: number): void {
  const plugin = pool.plugins.get(templateName);
  if (plugin === undefined) return;
  pool.plugins.set(templateName, { ...plugin, goneAt: now + pool.options.removeMs });
  settle(pool, now);
}

/** Leaves a plug-in in `Deleting` for ever; does nothing where it is not there. */
export function stall(pool: Pool, templateName: string): void {
  const plugin = pool.plugins.get(templateName);
  if (plugin === undefined) return;
  pool.plugins.set(templateName, { ...plugin, goneAt: Number.POSITIVE_INFINITY });
}

/** Puts a deleted plug-in back as it was; does nothing where none was deleted. */
export function restore(pool: Pool, templateName: string): void {
  const plugin = pool.gone.get(templateName);
  if (plugin === undefined) return;
  pool.gone.delete(templateName);
  pool.plugins.set(templateName, { ...plugin, goneAt: null });
}

/** Lets go of every plug-in whose deletion is over by `now`. */
export function settle(pool: Pool, now: number): void {
  for (const [name, plugin] of pool.plugins) {
    if (plugin.goneAt === null || plugin.goneAt > now) continue;
    pool.plugins.delete(name);
    pool.gone.set(name, plugin);
  }
}

/** The deleted plug-ins as they were before. */
export function undeleted(pool: Pool): readonly Plugin[] {
  return [...pool.gone.values()].map((plugin) => ({ ...plugin, goneAt: null }));
}
