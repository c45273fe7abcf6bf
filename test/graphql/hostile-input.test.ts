import { expect, it } from 'vitest';
import { openTestApi } from './api.ts';

it('answers hostile text in every public input without a failure of ours', async () => {
	await using api = await openTestApi();
	const hostile = [
		'\0',
		'\ud800',
		'\u202e',
		'<script>',
		"' or 1=1 --",
		'x'.repeat(50_000),
		'a@b.example\r\nBcc: c@d.example',
		'{{7*7}}',
		'constructor',
		'__proto__',
	];
	for (const text of hostile) {
		const answers = [
			await api.ask(
				'query ($t: String!) { notice(slug: $t) { slug } noticeVersion(notice: "california", version: $t) { version } requestStatus(code: $t) { receivedAt } objectionStatus(code: $t) { status } }',
				{ t: text },
			),
			await api.ask(
				'query ($t: String!) { notice(slug: "california") { title(locale: $t) current { summary(locale: $t) redline(from: $t) { data } } } }',
				{ t: text },
			),
			await api.ask(
				'mutation ($t: String!) { subscribe(input: { email: $t, notices: [$t], locale: $t }) { __typename } }',
				{ t: text },
			),
			await api.ask(
				'mutation ($t: String!) { submitObjection(input: { notice: "california", version: "2027-03-01", email: "a@b.example", name: $t, reason: $t }) { __typename } }',
				{ t: text },
			),
			await api.ask(
				'mutation ($t: String!) { submitRightsRequest(input: { population: WEBSITE, rights: [OPT_OUT], details: $t, name: $t, locale: $t }) { __typename } }',
				{ t: text },
			),
			await api.ask(
				'mutation ($t: String!) { confirmObjection(input: { token: $t }) { __typename } unsubscribe(input: { token: $t }) { __typename } resendCodes(input: { email: $t }) { __typename } }',
				{ t: text },
			),
		];
		for (const { status, errors } of answers) {
			expect([text.slice(0, 20), status]).toEqual([text.slice(0, 20), 200]);
			expect(errors).toBeUndefined();
		}
	}
	expect(api.logged).toEqual([]);
});
