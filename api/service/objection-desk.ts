import { listObjections, type ObjectionCursor } from '../store/objections.ts';
import type { ObjectionRow } from '../store/tables.ts';
import type { Environment } from './environment.ts';

/** An objection, as the desk sees it. */
export type DeskObjection = ObjectionRow;

/** The objections to a version by receipt, the earliest first. */
export const objectionsForDesk = (
	{ store }: Environment,
	page: { notice: string; version: string; limit: number; after?: ObjectionCursor | undefined },
): Promise<DeskObjection[]> => store.read((tx) => listObjections(tx, page));
