import { noticeAddress, timegateAddress, timemapAddress, versionAddress } from '../notice/address.ts';
import { isWithdrawn } from '../notice/lead.ts';
import type { Notice, Version } from '../notice/model.ts';
import { fromEpoch, type Instant, toEpoch } from '../time.ts';

/** An instant as HTTP writes it (RFC 9110, IMF-fixdate). */
const httpDate = (at: Instant): string => new Date(toEpoch(at)).toUTCString();

/** The states that a notice was in, in one language, earliest first: what is announced or was withdrawn is none of them. */
export const mementosOf = (notice: Notice, locale: string, now: Instant): Version[] =>
	notice.versions.filter((it) => it.editions[locale] && it.effectiveAt <= now && !isWithdrawn(it));

interface Place {
	notice: Notice;
	locale: string;
	/** Without a slash at its end. */
	publicUrl: string;
}

const link = (url: string, rel: string, attributes: Record<string, string> = {}) =>
	[`<${url}>`, ...Object.entries({ rel, ...attributes }).map(([name, value]) => `${name}="${value}"`)].join('; ');

const memento = ({ notice, locale, publicUrl }: Place, version: Version, names: readonly string[]) =>
	link(publicUrl + versionAddress(notice, version, locale), [...names, 'memento'].join(' '), {
		datetime: httpDate(version.effectiveAt),
	});

const linkFormat = { type: 'application/link-format' };

const original = ({ notice, locale, publicUrl }: Place) => link(publicUrl + noticeAddress(notice, locale), 'original');

/** The links from a notice's page to whatever leads to the states that it was in: one by its date, and the list of them. */
export const timeLinks = ({ notice, locale, publicUrl }: Place): string[] => [
	link(publicUrl + timegateAddress(notice, locale), 'timegate'),
	link(publicUrl + timemapAddress(notice, locale), 'timemap', linkFormat),
];

/** The links from one memento to the first, the previous, the next and the last one. */
const neighbours = (place: Place, mementos: readonly Version[], version: Version): string[] => {
	const index = mementos.indexOf(version);
	const names = { first: 0, prev: index - 1, next: index + 1, last: mementos.length - 1 };
	return mementos.flatMap((it, at) => {
		const own = Object.entries(names).flatMap(([name, there]) => (there === at ? [name] : []));
		return own.length ? [memento(place, it, own)] : [];
	});
};

/** The headers that make a version's page a memento (RFC 7089, 2.1 and 2.2); none where the version was never in force. */
export const mementoHeaders = (
	place: Place,
	version: Version,
	now: Instant,
): { 'Memento-Datetime': string; links: string[] } | null => {
	const mementos = mementosOf(place.notice, place.locale, now);
	if (!mementos.includes(version)) return null;
	return {
		'Memento-Datetime': httpDate(version.effectiveAt),
		links: [original(place), ...timeLinks(place), ...neighbours(place, mementos, version)],
	};
};

/**
 * The state that a notice was in at an instant, in one language: the first one where that is earlier, and null where it
 * had none yet (RFC 7089, 4.5.3).
 */
export const mementoAt = (notice: Notice, locale: string, at: Instant, now: Instant): Version | null => {
	const mementos = mementosOf(notice, locale, now);
	return mementos.findLast((it) => it.effectiveAt <= at) ?? mementos[0] ?? null;
};

/** The instant that an `Accept-Datetime` names; null where it is not written as HTTP writes instants (RFC 7089, 2.1.1). */
export const acceptedAt = (header: string): Instant | null => {
	const epoch = Date.parse(header);
	return !Number.isNaN(epoch) && new Date(epoch).toUTCString() === header.trim() ? fromEpoch(epoch) : null;
};

/** The list of a notice's states in one language, as `application/link-format` (RFC 7089, 5); null where it had none yet. */
export const timemap = (place: Place, now: Instant): string | null => {
	const mementos = mementosOf(place.notice, place.locale, now);
	const [first, last] = [mementos[0], mementos.at(-1)];
	if (!first || !last) return null;
	const range = { from: httpDate(first.effectiveAt), until: httpDate(last.effectiveAt) };
	const self = link(place.publicUrl + timemapAddress(place.notice, place.locale), 'self', { ...linkFormat, ...range });
	const gate = link(place.publicUrl + timegateAddress(place.notice, place.locale), 'timegate');
	const each = mementos.map((it) =>
		memento(place, it, [...(it === first ? ['first'] : []), ...(it === last ? ['last'] : [])]),
	);
	return `${[original(place), self, gate, ...each].join(',\n')}\n`;
};
