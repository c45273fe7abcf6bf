import { type Refusal, type RefusalCode, refusal } from '../../schema/refusals.ts';

/** What a command leads to: events to record, in order, or the reason why nothing is done. */
export type Decision<E> = { ok: true; events: E[] } | { ok: false; refusal: Refusal };

/** The decision to record these events. */
export const accept = <E>(...events: E[]): { ok: true; events: E[] } => ({ ok: true, events });

/** The decision to do nothing, with the code that says why and the field to blame. */
export const refuse = (code: RefusalCode, path: string[] = []): { ok: false; refusal: Refusal } => ({
	ok: false,
	refusal: refusal(code, path),
});
