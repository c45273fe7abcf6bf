import { textAddress, versionAddress } from '../notice/address.ts';
import type { Edition, Library, Notice, Version } from '../notice/model.ts';
import { predecessorOf, supersededAt } from '../notice/timeline.ts';
import { dateIn, type Instant } from '../time.ts';

export interface PageOfVersion {
	notice: Notice;
	version: Version;
	edition: Pick<Edition, 'locale' | 'title' | 'sha256'>;
	organisation: Library['organisation'];
	/** The page's own address, whole. */
	url: string;
	publicUrl: string;
	now: Instant;
}

/** From the day it takes effect to the day before which it ends, open where no end is known (ISO 8601). */
const coverage = ({ notice, version, now }: PageOfVersion) => {
	const end = supersededAt(notice, version, now);
	return `${dateIn(version.effectiveAt, notice.zone)}/${end ? dateIn(end, notice.zone) : '..'}`;
};

/** What a version's page says of itself to programs, in the terms of schema.org (JSON-LD). */
export const versionData = (page: PageOfVersion): object => {
	const { notice, version, edition, organisation, url, publicUrl } = page;
	const before = predecessorOf(notice, version);
	const at = (path: string) => publicUrl + path;
	return {
		'@context': 'https://schema.org',
		'@type': 'WebPage',
		url,
		publisher: { '@type': 'Organization', name: organisation.name, url: organisation.url },
		mainEntity: {
			'@type': 'DigitalDocument',
			url: at(versionAddress(notice, version, edition.locale)),
			name: edition.title,
			version: version.id,
			inLanguage: edition.locale,
			datePublished: version.announcedAt,
			temporalCoverage: coverage(page),
			...(before?.editions[edition.locale] && { isBasedOn: at(versionAddress(notice, before, edition.locale)) }),
			encoding: {
				'@type': 'MediaObject',
				contentUrl: at(textAddress(notice, version, edition.locale)),
				encodingFormat: 'application/json',
				sha256: edition.sha256,
			},
		},
	};
};
