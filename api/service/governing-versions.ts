import type { Notice } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import {
	type Governing,
	type GoverningQuestion,
	governingVersion,
	type StandingObjection,
} from '../domain/governing-version.ts';
import { confirmedObjectionsOf } from '../store/objections.ts';
import type { ObjectionRow } from '../store/tables.ts';
import type { Environment } from './environment.ts';

/** Somebody, and the data of theirs that is asked about. */
export interface GoverningSubject extends Pick<GoverningQuestion, 'collectedAt' | 'category'> {
	email: string;
}

const standing = ({ version, receivedAt, decidedAt, decision, status, endedAt }: ObjectionRow): StandingObjection => ({
	version,
	receivedAt,
	decidedAt,
	decision,
	withdrawnAt: status === 'WITHDRAWN' ? endedAt : null,
});

/** Which text of a notice governs each of several people at an instant, in their order; null before the first text. */
export const governingVersions = async (
	{ store, now }: Environment,
	notice: Notice,
	{ instant, subjects }: { instant: Instant; subjects: readonly GoverningSubject[] },
): Promise<(Governing | null)[]> => {
	const indexes = subjects.map(({ email }) => store.vault.emailIndex(email));
	const objections = await store.read((tx) => confirmedObjectionsOf(tx, notice.slug, [...new Set(indexes)]));
	return subjects.map(({ collectedAt, category }, index) => {
		const own = objections.get(indexes[index] ?? '') ?? [];
		return governingVersion(notice, { objections: own.map(standing), instant, collectedAt, category }, now);
	});
};
