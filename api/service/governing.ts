import type { Notice, Version } from '../../schema/notice/model.ts';
import type { Population } from '../../schema/notice/vocabulary.ts';
import { routeOf } from '../../schema/request/route.ts';
import { versionsInForce } from './content.ts';
import type { Caller } from './environment.ts';
import { done, type Result, refused } from './result.ts';

/** Somebody else must answer. */
export interface Referral {
	population: Population;
	referTo: string;
	/** The notice that says so. */
	notice: string;
}

/** The notice whose promises hold for a person, and its version in force. */
export interface Governing {
	notice: Notice;
	version: Version;
}

/** Who answers people of a population now. */
export const governing = (caller: Caller, population: Population): Result<Governing | Referral> => {
	const inForce = versionsInForce(caller);
	const route = routeOf(
		population,
		inForce.map(({ notice, version }) => ({ notice: notice.slug, promises: version.revision })),
	);
	if (!route) return refused('UNKNOWN_POPULATION', ['population']);
	if (route.kind === 'referred') return done({ population, referTo: route.referTo, notice: route.notice });
	const found = inForce.find(({ notice }) => notice.slug === route.notice);
	return found ? done(found) : refused('NO_NOTICE_IN_FORCE', ['population']);
};
