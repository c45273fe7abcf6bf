import type { APIRoute } from 'astro';
import { absolute } from '../address.ts';

/** Pages about one person's dealings say `noindex` themselves: a robot kept from reading them would not see it. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`);
