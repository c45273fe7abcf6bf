import { afterAll, describe, expect, it } from 'vitest';
import { formsEn } from '../../site/text/forms-en.ts';
import { objectionsEn } from '../../site/text/objections-en.ts';
import { requestsEn } from '../../site/text/requests-en.ts';
import { subscriptionsEn } from '../../site/text/subscriptions-en.ts';
import { startServer } from '../support/server.ts';
import { wordsOf } from './built.ts';

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

/** Every text of a catalogue that is a text and not a way to make one. */
const textsIn = (catalogue: object): string[] =>
	Object.values(catalogue).flatMap((it) => {
		if (typeof it === 'string') return [it.trim()];
		return typeof it === 'object' && it !== null ? textsIn(it) : [];
	});

const english = [formsEn, requestsEn, objectionsEn, subscriptionsEn].flatMap(textsIn).filter((it) => it.length > 8);

const englishIn = (html: string) => {
	const words = wordsOf(html.replace(/<(script|style|title)[\s\S]*?<\/\1>|props="[^"]*"/g, ''));
	return english.filter((text) => words.includes(text));
};

const get = (path: string, cookie = '') =>
	fetch(server.url + path, { redirect: 'manual', headers: { Cookie: cookie } });

const post = (path: string, fields: Record<string, string>) =>
	fetch(server.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ locale: 'es', ...fields }),
	});

/** What a form leads to, with the cookie that it was given. */
const follow = async (response: Response) => {
	const path = response.headers.get('location') ?? '';
	const html = await (await get(path, response.headers.get('set-cookie')?.split(';')[0])).text();
	return { path, html };
};

const token = 'abcdefghijklmnopqrstuvwx';

it.each([
	...['requests/', 'requests/for/website/', 'requests/lost/', 'requests/lost/sent/', 'requests/status/'],
	...['requests/receipt/', 'requests/know/', 'requests/delete/website/', 'requests/correct/', 'requests/opt-out/'],
	...[`requests/confirm/${token}/`, 'objections/', 'objections/status/', 'objections/receipt/'],
	...[`objections/confirm/${token}/`, 'subscribe/', 'subscribe/sent/', 'subscribe/ended/'],
	...[`subscribe/confirm/${token}/`, `subscribe/leave/${token}/`],
])('/es/%s says nothing in English and leads to no English form', async (path) => {
	const response = await get(`/es/${path}`);
	const html = await response.text();
	expect([response.status, /<html lang="es"/.test(html)]).toEqual([200, true]);
	expect(englishIn(html)).toEqual([]);
	const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
	expect(
		[...main.matchAll(/href="(\/(?:requests|objections|subscribe|choices)\/[^"]*)"/g)].map(([, it]) => it),
	).toEqual([]);
});

it('has no forms under the name of a language that nobody speaks here', async () => {
	for (const path of ['/fr/requests/know/', '/en/subscribe/', '/california/objections/', '/es/es/objections/'])
		expect((await get(path)).status).toBe(404);
});

it('leads from the Spanish notice to the Spanish forms', async () => {
	const html = await (await get('/es/california/')).text();
	expect(html).toContain('href="/es/requests/opt-out/"');
	expect(html).not.toMatch(/href="\/(requests|objections|subscribe)\//);
});

describe('what comes of a Spanish form', () => {
	const deletion = { population: 'WEBSITE', rights: 'DELETE', page: 'DELETE', email: 'ana@example.org' };

	it('says what is wrong in Spanish, at its field', async () => {
		const html = await (await post('/forms/request/', { ...deletion, population: '', email: 'nadie' })).text();
		expect(html).toContain('Elija de qué nos conoce.');
		expect(html).toContain('Escriba una dirección de correo como nombre@example.org.');
		expect(englishIn(html)).toEqual([]);
	});

	it('leads to a Spanish receipt and status', async () => {
		const { path, html } = await follow(await post('/forms/request/', deletion));
		expect([path, englishIn(html)]).toEqual(['/es/requests/receipt/', []]);
		expect(html).toContain('respuesta a más tardar el <time datetime="2026-12-31">31 de diciembre de 2026</time>');
		const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(html)?.[0] ?? '';
		const status = await follow(await post('/forms/request-status/', { code }));
		expect([status.path, englishIn(status.html)]).toEqual(['/es/requests/status/', []]);
		expect(status.html).toContain('A la espera de usted');
		const withdrawn = await follow(await post('/forms/withdraw-request/', { code, right: 'DELETE' }));
		expect(withdrawn.html).toContain('Usted la retiró.');
		expect(englishIn(withdrawn.html)).toEqual([]);
	});

	it('objects and subscribes in Spanish', async () => {
		const objecting = { version: 'california/2027-03-01', email: 'ana@example.org' };
		const objected = await follow(await post('/forms/object/', objecting));
		expect([objected.path, englishIn(objected.html)]).toEqual(['/es/objections/receipt/', []]);
		const wish = { notices: 'california', classes: 'MATERIAL', email: 'ana@example.org' };
		const subscribed = await follow(await post('/forms/subscribe/', wish));
		expect([subscribed.path, englishIn(subscribed.html)]).toEqual(['/es/subscribe/sent/', []]);
	});

	it('refers in Spanish to whoever else must answer', async () => {
		const html = await (await post('/forms/request/', { ...deletion, population: 'CUSTOMER' })).text();
		expect(html).toContain('la clínica: ella decide');
		expect(englishIn(html)).toEqual([]);
	});

	it('says in Spanish that a code or a link is not known', async () => {
		expect(await (await post('/forms/request-status/', { code: '' })).text()).toContain('16 letras y cifras');
		const unknown = await (await post('/forms/objection-status/', { code: 'AAAA-BBBB-CCCC-DDDD' })).text();
		expect(unknown).toContain('No conocemos ningún recibo con este código.');
		const link = await (await post('/forms/confirm-request/', { token })).text();
		expect(link).toContain('Este enlace no funciona.');
		expect(englishIn(unknown + link)).toEqual([]);
	});
});
