import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../../site/desk/requests/export.ts';
import type { QueueLine } from '../../../site/desk/requests/operations.ts';
import { addressOf, type View, viewOf } from '../../../site/desk/requests/view.ts';
import { returnTo } from '../../../site/forms/return-to.ts';

const searchOf = (address: string) => new URL(address, 'https://desk.example').search;

it('shows what is open, the most urgent first, where the address asks for nothing', () => {
	expect(viewOf('')).toEqual({ open: true, orderBy: 'DUE' });
	expect(addressOf({ open: true, orderBy: 'DUE' })).toBe('/desk/requests/');
});

it('reads from the address of any view that view again', () => {
	const views = fc
		.record(
			{
				right: fc.constantFrom('DELETE', 'OPT_OUT'),
				due: fc.constantFrom('LATE', 'SEVEN_DAYS'),
				waitingFor: fc.constantFrom('DESK', 'PERSON'),
				notice: fc.constantFrom('california', 'privacy-policy'),
				manner: fc.constantFrom('FORM', 'TELEPHONE'),
				stands: fc.constantFrom({ open: true }, { status: 'ANSWERED' }, {}),
				orderBy: fc.constantFrom('DUE', 'RECEIVED'),
			},
			{ requiredKeys: ['orderBy', 'stands'] },
		)
		.map(({ stands, ...view }) => ({ ...view, ...stands }) as View);
	fc.assert(
		fc.property(views, (view) => {
			expect(viewOf(searchOf(addressOf(view)))).toEqual(view);
		}),
	);
});

it('writes a file in which a spreadsheet runs nothing that a person sent', () => {
	const line = {
		id: '1',
		right: 'DELETE',
		status: 'IN_PROGRESS',
		receivedOn: '2026-12-01',
		dueOn: '2026-12-31',
		daysLeft: -3,
		waitingFor: 'DESK',
		regime: 'california',
	} as QueueLine;
	const [, row] = csvOf([line], () => '=HYPERLINK("https://evil.example","Ana")').split('\r\n');
	expect(row).toBe(
		'Delete,In progress,2026-12-01,2026-12-31,-3,the desk,california,"\'=HYPERLINK(""https://evil.example"",""Ana"")"',
	);
});

it('leads back to addresses of the desk alone', () => {
	expect(returnTo('/desk/requests/?due=LATE')).toBe('/desk/requests/?due=LATE');
	for (const elsewhere of ['//evil.example', 'https://evil.example/desk/', '/desk/\\evil', '/auth/', '/desk', '', null])
		expect(returnTo(elsewhere)).toBeNull();
});
