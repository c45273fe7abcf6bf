import { verifiedRights } from '../request/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import type { Ground } from './grounds.ts';

const on = (date: string): PlainDate => date as PlainDate; // literals below, in the form of a PlainDate
const act = on('2020-01-01');
const cpra = on('2023-01-01');

/** Grounds that the act and its regulations give for refusing a request or a part of it. */
export const californiaGrounds = [
	{ key: 'UNVERIFIED', rights: ['KNOW_SPECIFIC'], cite: '11 CCR § 7024(a)', validFrom: act },
	{ key: 'UNVERIFIED', rights: ['KNOW_CATEGORIES'], cite: '11 CCR § 7024(b)', validFrom: act },
	{ key: 'UNVERIFIED', rights: ['DELETE'], cite: '11 CCR § 7022(a)', validFrom: act },
	{ key: 'UNVERIFIED', rights: ['CORRECT'], cite: '11 CCR § 7023(a)', validFrom: cpra },
	{ key: 'AUTHORITY_NOT_SHOWN', rights: verifiedRights, cite: '11 CCR § 7063(a)', validFrom: act },
	{ key: 'AUTHORITY_NOT_SHOWN', rights: ['OPT_OUT'], cite: '11 CCR § 7026(j)', validFrom: act },
	{ key: 'AUTHORITY_NOT_SHOWN', rights: ['LIMIT'], cite: '11 CCR § 7027', validFrom: cpra },
	{ key: 'NOT_A_CONSUMER', rights: verifiedRights, cite: 'Cal. Civ. Code § 1798.140(i)', validFrom: act },
	{ key: 'EXEMPT', rights: [...verifiedRights, 'OPT_OUT', 'LIMIT'], cite: 'Cal. Civ. Code § 1798.145', validFrom: act },
	{ key: 'SERVICE_PROVIDER', rights: [...verifiedRights, 'OPT_OUT', 'LIMIT'], cite: '11 CCR § 7050', validFrom: act },
	{ key: 'UNFOUNDED', rights: verifiedRights, cite: 'Cal. Civ. Code § 1798.145(h)(3)', validFrom: act },
	{ key: 'FRAUD', rights: ['OPT_OUT'], cite: '11 CCR § 7026(e)', validFrom: act },
	{ key: 'FRAUD', rights: ['LIMIT'], cite: '11 CCR § 7027(f)', validFrom: cpra },
	{ key: 'TRANSACTION', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(1)', validFrom: act },
	{ key: 'SECURITY', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(2)', validFrom: act },
	{ key: 'DEBUG', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(3)', validFrom: act },
	{ key: 'SPEECH', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(4)', validFrom: act },
	{ key: 'CAL_ECPA', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(5)', validFrom: act },
	{ key: 'RESEARCH', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(6)', validFrom: act },
	{ key: 'INTERNAL_USE', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(7)', validFrom: act },
	{ key: 'LEGAL_OBLIGATION', rights: ['DELETE'], cite: 'Cal. Civ. Code § 1798.105(d)(8)', validFrom: act },
	{ key: 'LAW_CONFLICT', rights: ['DELETE'], cite: '11 CCR § 7022(f)', validFrom: act },
	{ key: 'LAW_CONFLICT', rights: ['CORRECT'], cite: '11 CCR § 7023(f)', validFrom: cpra },
	{ key: 'LAW_CONFLICT', rights: ['KNOW_SPECIFIC', 'KNOW_CATEGORIES'], cite: '11 CCR § 7024(e)', validFrom: act },
	{ key: 'IMPOSSIBLE', rights: ['DELETE'], cite: '11 CCR § 7022(f)', validFrom: act },
	{ key: 'IMPOSSIBLE', rights: ['CORRECT'], cite: '11 CCR § 7023(f)', validFrom: cpra },
	{ key: 'IMPOSSIBLE', rights: ['KNOW_SPECIFIC', 'KNOW_CATEGORIES'], cite: '11 CCR § 7024(h)', validFrom: cpra },
	{ key: 'NEVER_DISCLOSED', rights: ['KNOW_SPECIFIC'], cite: '11 CCR § 7024(d)', validFrom: act },
	{ key: 'NOT_SEARCHABLE', rights: ['KNOW_SPECIFIC', 'KNOW_CATEGORIES'], cite: '11 CCR § 7024(c)', validFrom: act },
	{ key: 'ACCURATE', rights: ['CORRECT'], cite: '11 CCR § 7023(b)', validFrom: cpra },
	{ key: 'NO_DOCUMENTS', rights: ['CORRECT'], cite: '11 CCR § 7023(f)', validFrom: cpra },
	{ key: 'REPEATED', rights: ['CORRECT'], cite: '11 CCR § 7023', validFrom: cpra },
] as const satisfies readonly Ground[];
