import { type HostCookie, hostCookie } from '../cookie.ts';

/** A link to sign in, and the way to an identity provider and back, are good for so long. */
export const signInSeconds = 15 * 60;

/** A session ends after so long in any case. */
export const longestSessionSeconds = 12 * 3600;

/** What a browser keeps for staff: its session, and what binds a mailed link, or a provider's answer, to it. */
const seconds = { session: longestSessionSeconds, 'sign-in': signInSeconds, provider: signInSeconds } as const;

export const staffCookieNames = ['session', 'sign-in', 'provider'] as const;
export type StaffCookieName = (typeof staffCookieNames)[number];

/** Each holds 256 random bits. */
export const staffCookie = (publicUrl: string, name: StaffCookieName): HostCookie =>
	hostCookie(publicUrl, { name: `nk-${name}`, seconds: seconds[name], length: 43 });
