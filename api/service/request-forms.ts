import { actionForms, type StaffForm } from '../domain/request-forms.ts';
import type { Environment } from './environment.ts';
import type { DeskRequest } from './request-desk.ts';
import { loadRequest } from './request-record.ts';

export type { StaffForm } from '../domain/request-forms.ts';

/** What staff can do to a request now, with the categories that its version says are collected as its parts. */
export const formsForRequest = async (
	{ store, library, now }: Environment,
	{ id, notice, version }: DeskRequest,
): Promise<StaffForm[]> => {
	const loaded = await store.read((tx) => loadRequest(tx, id));
	const { categories = [] } =
		library.notices.find(({ slug }) => slug === notice)?.versions.find((it) => it.id === version)?.revision ?? {};
	const collected = categories.filter((it) => it.collected !== 'no').map(({ key }) => key);
	return loaded ? actionForms({ state: loaded.state, categories: collected, now }) : [];
};
