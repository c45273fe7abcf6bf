import { isLeft } from '../../schema/system/task-lifecycle.ts';
import { taskStatuses } from '../../schema/system/task-vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import type { ReadTx } from './transactions.ts';

/** What is left to do in one system. */
export interface WorkLeft {
	system: string;
	left: number;
	/** The earliest date on which something is due. */
	nextDueOn: PlainDate;
}

export const workLeft = async (tx: ReadTx): Promise<WorkLeft[]> =>
	tx
		.selectFrom('systemTask')
		.select((eb) => ['system', eb.fn.countAll<number>().as('left'), eb.fn.min('dueOn').as('nextDueOn')])
		.where('status', 'in', taskStatuses.filter(isLeft))
		.groupBy('system')
		.execute();
