import type { ServerResponse } from 'node:http';

/** For whatever is no page: nothing may load, run or be framed. The site gives each page the policy that fits it. */
const contentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const always = {
	'Content-Security-Policy': contentSecurityPolicy,
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	// `no-referrer` would make a form post `Origin: null`, which no check of ours could tell from a stranger's.
	'Referrer-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Headers that every answer carries. */
export const setSecurityHeaders = (response: ServerResponse, publicUrl: string): void => {
	for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
	if (publicUrl.startsWith('https:')) {
		response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
	}
};
