import { stripTypeScriptTypes } from 'node:module';
import type { APIRoute } from 'astro';
import source from '../../embed/choices.ts?raw';
import { embedHeaders } from '../../embed/headers.ts';

/** The script as browsers read it, in a scope of its own. */
export const GET: APIRoute = () =>
	new Response(`{\n${stripTypeScriptTypes(source)}}\n`, {
		headers: { 'Content-Type': 'text/javascript; charset=utf-8', ...embedHeaders(3600) },
	});
