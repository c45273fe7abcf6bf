import { stripTypeScriptTypes } from 'node:module';
import type { APIRoute } from 'astro';
import { embedHeaders } from '../../embed/headers.ts';
import source from '../../embed/notice-banner.ts?raw';

/** The component as browsers read it. */
export const GET: APIRoute = () =>
	new Response(stripTypeScriptTypes(source), {
		headers: { 'Content-Type': 'text/javascript; charset=utf-8', ...embedHeaders(3600) },
	});
