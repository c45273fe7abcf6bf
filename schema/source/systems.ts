import { join } from 'node:path';
import type { FileFlaw } from '../rules/rule.ts';
import { type System, systemsFile } from '../system/system.ts';
import { readData } from './read.ts';

/** The systems that a content folder declares, none where it has no `systems.yaml`, or what is wrong with that file. */
export const readSystems = async (contentDir: string): Promise<{ systems: System[]; flaws: FileFlaw[] }> => {
	const { value, flaws } = await readData(systemsFile, join(contentDir, 'systems.yaml'), 'systems.yaml', null);
	return { systems: value ?? [], flaws };
};
