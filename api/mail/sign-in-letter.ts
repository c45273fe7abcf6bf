import { readPersonal } from '../store/personal.ts';
import { setSignInStaff, signInById } from '../store/sign-ins.ts';
import { addressKey, staffByKey } from '../store/staff.ts';
import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { signIn } from './letters/sign-in.ts';
import { issueToken } from './link-token.ts';
import { letterLocale } from './words.ts';

/** A link for whoever of staff has the address that was given; no letter to anybody else. */
export const prepareSignInLetter = async (scope: LetterScope, id: string): Promise<Preparation> => {
	const { trx, store, library, publicUrl, now } = scope;
	const asked = await signInById(trx, id);
	if (!asked || asked.expiresAt <= now) return { drop: 'NOT_NEEDED' };
	const { email } = (await readPersonal(trx, store.vault, id)) ?? {};
	if (!email) return { drop: 'NO_ADDRESS' };
	const person = await staffByKey(trx, addressKey(store.vault, email));
	const known = person && (await readPersonal(trx, store.vault, person.personalId));
	if (!person || !known?.email) return { drop: 'NO_SUBJECT' };
	await setSignInStaff(trx, id, person.id);
	const token = issueToken(scope, { purpose: 'sign-in', subjectId: id, expiresAt: asked.expiresAt });
	const locale = letterLocale(asked.locale);
	const frame = { organisation: library.organisation, notice: null, leaveUrl: null };
	const written = writeLetter(locale, signIn[locale]({ url: `${publicUrl}/auth/link/${token}/` }), frame);
	return { ready: { to: known.email, locale, ...written, leaveUrl: null } };
};
