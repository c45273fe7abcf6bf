import { rehearse } from '../store/rehearsal.ts';
import { requestById } from '../store/requests.ts';
import type { WriteLetters } from './environment.ts';
import { type PreviewedLetter, withLetters } from './letter-preview.ts';
import { isId } from './record-id.ts';
import { type Acting, carryOut, type DeskRequest, type Plan } from './request-desk.ts';
import { done, type Result, refused } from './result.ts';

/** What an action would make of a request, and the letters that would leave. */
export interface RequestPreview {
	request: DeskRequest;
	letters: PreviewedLetter[];
}

/** What carrying out a plan would give, by the same steps; nothing is stored, and nothing leaves. */
export const previewOnRequest = (
	environment: Acting & { writeLetters: WriteLetters },
	plan: Plan,
): Promise<Result<RequestPreview>> =>
	rehearse(environment.store, async (trx) => {
		const row = isId(plan.aim.id) ? await requestById(trx, plan.aim.id) : undefined;
		if (!row) return refused('UNKNOWN_REQUEST', ['id']);
		const { receiptId } = row;
		const about = { kind: 'receipt', id: receiptId, receiptId } as const;
		const previewed = await withLetters(trx, environment, about, () => carryOut(trx, environment, plan));
		return previewed.ok ? done({ request: previewed.value.acted, letters: previewed.value.letters }) : previewed;
	});
