import { type Refusal, type RefusalCode, refusal } from '../../schema/refusals.ts';

/** What a service gives back: what was done, or why not. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = (code: RefusalCode, path: string[] = []): { ok: false; refusal: Refusal } => ({
	ok: false,
	refusal: refusal(code, path),
});
