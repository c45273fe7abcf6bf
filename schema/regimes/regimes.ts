import type { Commitments } from '../notice/frontmatter.ts';
import { california } from './california.ts';
import { gdpr } from './gdpr.ts';
import type { Regime } from './regime.ts';

/** Every regime; a law is added by a file of rows and a line here. */
export const regimes: Record<string, Regime> = { california, gdpr };

/** The regime of a version that names none, and of requests recorded before it was kept with them. */
export const usualRegime = california;

/** The regime that a key kept in front matter or with a request names; throws where there is none. */
export const regimeOf = (key: string): Regime => {
	const regime = regimes[key];
	if (!regime) throw new Error(`There is no regime '${key}' in schema/regimes/regimes.ts.`);
	return regime;
};

/** The law that what is promised is held to. */
export const regimeOfCommitments = ({ regime }: Pick<Commitments, 'regime'>): Regime =>
	regimeOf(regime ?? usualRegime.key);
