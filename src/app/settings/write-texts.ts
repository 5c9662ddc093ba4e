import { readFileSync, writeFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import { envExample } from './env-example.ts';
import { withSettings } from './readme-table.ts';

const README = new URL('README.md', PACKAGE_ROOT);

writeFileSync(new URL('.env.example', PACKAGE_ROOT), envExample());
writeFileSync(README, withSettings(readFileSync(README, 'utf8')));
