import { ledger } from 'virtual:notices';
import type { APIRoute } from 'astro';

/** The whole chain of first publications: each entry's `previous` is the `entryHash` before it. */
export const GET: APIRoute = () => Response.json(ledger);
