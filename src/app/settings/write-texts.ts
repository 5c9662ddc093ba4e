import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import { withCiBlocks } from './ci-blocks.ts';
import { envExample } from './env-example.ts';
import { withSettings } from './settings-page.ts';

const read = (path: string) => readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
const write = (path: string, text: string) => writeFileSync(new URL(path, PACKAGE_ROOT), text);

write('.env.example', envExample());
write('docs/settings.md', withSettings(read('docs/settings.md')));
const pages = readdirSync(new URL('docs/', PACKAGE_ROOT)).filter((name) => name.endsWith('.md'));
for (const path of ['README.md', ...pages.map((name) => `docs/${name}`)])
  write(path, withCiBlocks(read(path), read));
