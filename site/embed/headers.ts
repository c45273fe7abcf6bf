/** Pages of any origin may load it, with nobody's cookies. */
export const embedHeaders = (maxAgeSeconds: number): Record<string, string> => ({
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'Cache-Control': `public, max-age=${maxAgeSeconds}`,
});
