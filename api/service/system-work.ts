import type { System } from '../../schema/system/system.ts';
import type { PlainDate } from '../../schema/time.ts';
import { workLeft } from '../store/system-work.ts';
import type { Environment } from './environment.ts';

/** A system that the content declares, and what is left to do in it. */
export interface SystemWork extends Pick<System, 'id' | 'name' | 'owner' | 'holder'> {
	by: System['reach']['by'];
	left: number;
	nextDueOn: PlainDate | null;
}

/** Every declared system, in the order of the content. */
export const systemsAtWork = async ({ store, library }: Environment): Promise<SystemWork[]> => {
	const work = await store.read(workLeft);
	return library.systems.map(({ id, name, owner, holder, reach: { by } }) => {
		const { left = 0, nextDueOn = null } = work.find(({ system }) => system === id) ?? {};
		return { id, name, owner, holder, by, left, nextDueOn };
	});
};
