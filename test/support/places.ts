import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instant } from '../../schema/time.ts';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const projectContent = join(root, 'content');

/** An address that no test server has, so that a page which forgets where it is served shows it. */
export const publicUrl = 'https://privacy.example';

/** While the project's own material change is announced and its objection window is open. */
export const demoInstant = instant('2026-12-01T12:00:00-08:00');
