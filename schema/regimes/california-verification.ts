import type { PlainDate } from '../time.ts';
import type { Verification } from './verification.ts';

const act = '2020-01-01' as PlainDate; // a literal in the form of a PlainDate
const cpra = '2023-01-01' as PlainDate; // as above

/** How sure the regulations want one to be of a person without an account; an account's owner signs in again (11 CCR 7061). */
export const californiaVerification = [
	{ rights: ['KNOW_CATEGORIES'], points: 2, declaration: false, cite: '11 CCR § 7062(b)', validFrom: act },
	{ rights: ['KNOW_SPECIFIC'], points: 3, declaration: true, cite: '11 CCR § 7062(c)', validFrom: act },
	{ rights: ['DELETE'], points: 2, declaration: false, cite: '11 CCR § 7062(d)', validFrom: act },
	{ rights: ['CORRECT'], points: 2, declaration: false, cite: '11 CCR § 7062(d)', validFrom: cpra },
	// Which of the two levels deletion and correction need goes by how sensitive the data is and what harm a mistake does.
	{
		rights: ['DELETE', 'CORRECT'],
		points: 3,
		declaration: true,
		whenSensitive: true,
		cite: '11 CCR § 7062(d)',
		validFrom: cpra,
	},
] as const satisfies readonly Verification[];
