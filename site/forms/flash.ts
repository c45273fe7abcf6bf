import { publicUrl } from 'virtual:notices';
import type { AstroCookies } from 'astro';
import type { ObjectionState, RightsRequestStatus } from '../api/answers.ts';
import { sitePath } from '../spoken.ts';

/** What a page after a redirect needs to know, by the folder that its cookie belongs to. */
export interface Flashes {
	'/requests/':
		| { code: string; done?: 'sent' | 'withdrawn' | 'linked' }
		| { confirmed: RightsRequestStatus }
		| { agentMayAct: boolean };
	'/objections/': { code: string; done?: 'sent' | 'withdrawn' } | { confirmed: ObjectionState };
	'/subscribe/': { confirmBy: string } | { confirmed: string[] } | { ended: true };
	/** Where whoever signs in came from. */
	'/auth/': { returnTo: string };
}

const nameOf = (folder: keyof Flashes) => `nk-${folder.replaceAll('/', '')}`;

/** Fifteen minutes, as long as a link to sign in works; read by no script, sent only to the pages of one folder: a code must never stand in an address. */
export const setFlash = <Folder extends keyof Flashes>(
	cookies: AstroCookies,
	locale: string,
	folder: Folder,
	flash: Flashes[Folder],
): void => {
	cookies.set(nameOf(folder), Buffer.from(JSON.stringify(flash)).toString('base64url'), {
		httpOnly: true,
		sameSite: 'lax',
		secure: publicUrl.startsWith('https:'),
		path: sitePath(locale, folder),
		maxAge: 900,
	});
};

export const readFlash = <Folder extends keyof Flashes>(
	cookies: AstroCookies,
	folder: Folder,
): Partial<UnionOf<Flashes[Folder]>> => {
	const value = cookies.get(nameOf(folder))?.value;
	if (!value) return {};
	try {
		const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
		return typeof parsed === 'object' && parsed !== null ? (parsed as Partial<UnionOf<Flashes[Folder]>>) : {};
	} catch {
		return {};
	}
};

/** All members of a union as one type. */
type UnionOf<Union> = {
	[Key in Union extends unknown ? keyof Union : never]: Union extends { [K in Key]?: infer Value } ? Value : never;
};
