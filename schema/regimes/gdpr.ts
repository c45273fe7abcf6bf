import { rights } from '../notice/vocabulary.ts';
import { accessRights, verifiedRights } from '../request/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import type { Ground } from './grounds.ts';
import type { Clock, Frequency, Regime } from './regime.ts';

const validFrom = '2018-05-25' as PlainDate; // in the form of a PlainDate; Art. 99(2)

const clocks = [
	{
		// Also of an objection to direct marketing (Art. 21(3)) and of a restriction (Art. 18).
		duty: 'respond',
		rights,
		period: { count: 1, unit: 'months' },
		startsOn: 'receipt',
		cite: 'GDPR Art. 12(3)',
		validFrom,
	},
	{
		// “That period may be extended by two further months where necessary”: three from receipt, in one addition.
		duty: 'extend',
		rights,
		period: { count: 3, unit: 'months' },
		startsOn: 'receipt',
		cite: 'GDPR Art. 12(3)',
		validFrom,
	},
	{
		// The law names no number: so long the organisation is able to show how it answered, and not longer.
		duty: 'keepRecord',
		rights,
		period: { count: 24, unit: 'months' },
		startsOn: 'receipt',
		cite: 'GDPR Arts. 5(1)(e), 5(2)',
		validFrom,
	},
] as const satisfies readonly Clock[];

const frequencies = [
	{
		// Only “manifestly unfounded or excessive” requests may be refused, each for a reason of its own.
		rights: accessRights,
		times: null,
		period: { count: 12, unit: 'months' },
		cite: 'GDPR Art. 12(5)',
		validFrom,
	},
] as const satisfies readonly Frequency[];

const grounds = [
	{ key: 'UNVERIFIED', rights: verifiedRights, cite: 'GDPR Arts. 11(2), 12(2)', validFrom },
	{ key: 'AUTHORITY_NOT_SHOWN', rights, cite: 'GDPR Art. 12(2)', validFrom },
	{ key: 'SERVICE_PROVIDER', rights, cite: 'GDPR Art. 28(3)(e)', validFrom },
	{ key: 'UNFOUNDED', rights: verifiedRights, cite: 'GDPR Art. 12(5)(b)', validFrom },
	{ key: 'SPEECH', rights: ['DELETE'], cite: 'GDPR Art. 17(3)(a)', validFrom },
	{ key: 'LEGAL_OBLIGATION', rights: ['DELETE'], cite: 'GDPR Art. 17(3)(b)', validFrom },
	{ key: 'LEGAL_CLAIMS', rights: ['DELETE'], cite: 'GDPR Art. 17(3)(e)', validFrom },
	{ key: 'OTHERS_RIGHTS', rights: ['KNOW_SPECIFIC'], cite: 'GDPR Art. 15(4)', validFrom },
	{ key: 'ACCURATE', rights: ['CORRECT'], cite: 'GDPR Art. 16', validFrom },
	{ key: 'LAW_CONFLICT', rights: verifiedRights, cite: 'GDPR Art. 23', validFrom },
] as const satisfies readonly Ground[];

/** The General Data Protection Regulation, (EU) 2016/679, as far as time and number go; it asks for no confirmation of receipt. */
export const gdpr: Regime = {
	key: 'gdpr',
	zone: null,
	clocks,
	frequencies,
	accessSince: null,
	// Art. 12(6) lets one ask for more only where there is reasonable doubt, and names no number of points.
	verification: [],
	grounds,
	// None: what a notice promises in business days ends rather too early than too late in any country.
	holidays: [],
	calendar: { from: 2018, until: 2100 },
};
