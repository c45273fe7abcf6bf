import type { ServerResponse } from 'node:http';

// @TODO before the first release: name the inline scripts and styles by their hashes instead of allowing all inline ones.
const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self' 'unsafe-inline'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ');

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
