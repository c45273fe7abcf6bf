import type { Right } from '../notice/vocabulary.ts';
import type { System } from './system.ts';
import type { TaskKind } from './task-vocabulary.ts';
import type { Holder } from './vocabulary.ts';

interface Duty {
	cite: string;
	/** What is to be done where somebody of this kind holds the data; nothing where absent. */
	kinds: Partial<Record<Holder, TaskKind>>;
}

/** What a request to know, delete or correct has done in the systems of each kind of holder. */
const duties: Partial<Record<Right, Duty>> = {
	KNOW_CATEGORIES: {
		cite: '11 CCR § 7024(h)',
		kinds: { business: 'FIND', serviceProvider: 'FIND', contractor: 'FIND' },
	},
	KNOW_SPECIFIC: { cite: '11 CCR § 7024(h)', kinds: { business: 'FIND', serviceProvider: 'FIND', contractor: 'FIND' } },
	DELETE: {
		cite: '11 CCR § 7022(b)',
		kinds: { business: 'ERASE', serviceProvider: 'TELL', contractor: 'TELL', thirdParty: 'TELL' },
	},
	CORRECT: {
		cite: '11 CCR § 7023(c)',
		kinds: { business: 'CORRECT', serviceProvider: 'TELL', contractor: 'TELL' },
	},
};

/** A system in which every table is kept has nothing to erase. */
const hasWork = ({ reach }: System, kind: TaskKind): boolean =>
	kind !== 'ERASE' || reach.by !== 'postgres' || reach.tables.some(({ erase }) => erase !== 'keep');

/** What a right has done in a system; null where it does not reach it. */
export const taskKindOf = (right: Right, system: System): TaskKind | null => {
	if (system.toldOf.some((it) => it === right)) return 'TELL';
	const kind = duties[right]?.kinds[system.holder];
	return kind && hasWork(system, kind) ? kind : null;
};
