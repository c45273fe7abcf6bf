import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { linkIn, waitForLetter } from '../support/mailbox.ts';
import { startServer } from '../support/server.ts';

const post = (url: string, fields: Record<string, string>) =>
	fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(fields),
	});

it('says of a confirmed request on which day it was received where the notice applies, not in Greenwich', async () => {
	await using server = await startServer({ MAIL_FILES: 'yes' }, instant('2026-12-01T18:00:00-08:00'));
	const email = 'evening@example.com';
	await post(`${server.url}/forms/request/`, { population: 'WEBSITE', rights: 'DELETE', email });
	const link = linkIn(await waitForLetter(server.dataDir, email, '/requests/confirm/'), '/requests/confirm/');
	const token = link.split('/').at(-2) ?? '';
	const confirmed = await post(`${server.url}/forms/confirm-request/`, { token });
	const cookie = confirmed.headers.get('set-cookie')?.split(';')[0] ?? '';
	const page = await fetch(`${server.url}/requests/confirmed/`, { headers: { Cookie: cookie } });
	expect(await page.text()).toContain('Received on 1 December 2026');
});
