import { builtAt, ledger } from 'virtual:notices';
import type { APIRoute } from 'astro';
import type { Notice, Version } from '../../../schema/notice/model.ts';
import { supersededAt } from '../../../schema/notice/timeline.ts';
import { absolute, versionAddress } from '../../address.ts';
import { places, statusOf, timelineOf } from '../../notices.ts';

export const getStaticPaths = () => places().map(({ place, notice }) => ({ params: { place }, props: { notice } }));

const versionEntry = (notice: Notice, version: Version) => ({
	version: version.id,
	url: absolute(versionAddress(notice, version, notice.locales[0] ?? '')),
	status: statusOf(notice, version),
	class: version.revision.class,
	announcedAt: version.announcedAt,
	effectiveAt: version.effectiveAt,
	supersededAt: supersededAt(notice, version, builtAt),
	predecessor: version.revision.predecessor,
	sha256: Object.fromEntries(Object.values(version.editions).map((it) => [it.locale, it.sha256])),
});

/** Every version with its hashes, and the lines of the ledger that chain them; the whole chain stands in `/.well-known/notice-ledger.json`. */
export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props: { notice } }) =>
	Response.json({
		notice: notice.slug,
		zone: notice.zone,
		locales: notice.locales,
		versions: timelineOf(notice).visible.map((version) => versionEntry(notice, version)),
		ledger: ledger.filter((it) => it.notice === notice.slug),
	});
