import { type HostCookie, hostCookie } from '../cookie.ts';

/** The cookie that names a browser in which a choice was made: 128 random bits, for as long as browsers keep any cookie. */
export const browserCookie = (publicUrl: string): HostCookie =>
	hostCookie(publicUrl, { name: 'choices', seconds: 400 * 86_400, length: 22 });
