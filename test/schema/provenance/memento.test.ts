import { describe, expect, it } from 'vitest';
import { withLead } from '../../../schema/notice/lead.ts';
import type { Edition, Notice, Version } from '../../../schema/notice/model.ts';
import { acceptedAt, mementoAt, mementoHeaders, mementosOf, timemap } from '../../../schema/provenance/memento.ts';
import { versionLinks } from '../../../schema/provenance/version-links.ts';
import { instant } from '../../../schema/time.ts';
import { around, someNotice, someVersion } from '../../support/versions.ts';

// Nothing of an edition but its being there decides about links.
const inEnglish = (version: Version): Version => ({ ...version, editions: { en: {} as Edition } });

const first = inEnglish(
	someVersion('2024-01-01', null, { announced: '2023-12-01T00:00:00Z', effective: '2024-01-01T00:00:00Z' }),
);
const second = inEnglish(
	someVersion('2025-01-01', '2024-01-01', { announced: '2024-12-01T00:00:00Z', effective: '2025-01-01T00:00:00Z' }),
);
const third = inEnglish(
	someVersion('2026-01-01', '2025-01-01', { announced: '2025-12-01T00:00:00Z', effective: '2026-01-01T00:00:00Z' }),
);
const notice: Notice = someNotice([first, second, third]);
const place = { notice, locale: 'en', publicUrl: 'https://privacy.example' };
const at = (id: string): Version => {
	const version = notice.versions.find((it) => it.id === id);
	if (!version) throw new Error(`there is no ${id}`);
	return version;
};

describe('mementosOf', () => {
	it('takes a version in when it comes into force and not one second before', () => {
		const known = around('2026-01-01T00:00:00Z').map((now) => mementosOf(notice, 'en', now).map((it) => it.id));
		const earlier = ['2024-01-01', '2025-01-01'];
		expect(known).toEqual([earlier, [...earlier, '2026-01-01'], [...earlier, '2026-01-01']]);
	});

	it('leaves out what was withdrawn before its effect, and what is not in the language', () => {
		const withdrawn = { ...third, withdrawnAt: instant('2025-12-15T00:00:00Z') };
		const other: Notice = { ...notice, versions: withLead([first, second, withdrawn], 'UTC') };
		expect(mementosOf(other, 'en', instant('2027-01-01T00:00:00Z')).map((it) => it.id)).toEqual([
			'2024-01-01',
			'2025-01-01',
		]);
		expect(mementosOf(notice, 'es', instant('2027-01-01T00:00:00Z'))).toEqual([]);
	});
});

describe('mementoHeaders', () => {
	const now = instant('2026-06-01T00:00:00Z');

	it('say when the version came into force and where its neighbours are', () => {
		expect(mementoHeaders(place, at('2025-01-01'), now)).toEqual({
			'Memento-Datetime': 'Wed, 01 Jan 2025 00:00:00 GMT',
			links: [
				'<https://privacy.example/lantern/>; rel="original"',
				'<https://privacy.example/lantern/timegate/>; rel="timegate"',
				'<https://privacy.example/lantern/timemap.link>; rel="timemap"; type="application/link-format"',
				'<https://privacy.example/lantern/2024-01-01/>; rel="first prev memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT"',
				'<https://privacy.example/lantern/2026-01-01/>; rel="next last memento"; datetime="Thu, 01 Jan 2026 00:00:00 GMT"',
			],
		});
	});

	it('are not given to a version that is only announced', () => {
		expect(mementoHeaders(place, at('2026-01-01'), instant('2025-12-15T00:00:00Z'))).toBeNull();
	});
});

describe('timemap', () => {
	it('lists every state from the first to the last', () => {
		expect(timemap(place, instant('2025-12-15T00:00:00Z'))).toBe(`<https://privacy.example/lantern/>; rel="original",
<https://privacy.example/lantern/timemap.link>; rel="self"; type="application/link-format"; from="Mon, 01 Jan 2024 00:00:00 GMT"; until="Wed, 01 Jan 2025 00:00:00 GMT",
<https://privacy.example/lantern/timegate/>; rel="timegate",
<https://privacy.example/lantern/2024-01-01/>; rel="first memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT",
<https://privacy.example/lantern/2025-01-01/>; rel="last memento"; datetime="Wed, 01 Jan 2025 00:00:00 GMT"
`);
	});

	it('is not there before the notice was ever in force', () => {
		expect(timemap(place, instant('2023-12-15T00:00:00Z'))).toBeNull();
	});
});

describe('versionLinks', () => {
	it('name a successor once it is announced and not one second before', () => {
		const relations = around('2025-12-01T00:00:00Z').map((now) =>
			versionLinks(notice, at('2025-01-01'), 'en', now).map((it) => it.rel),
		);
		const always = ['latest-version', 'version-history', 'predecessor-version'];
		expect(relations).toEqual([always, [...always, 'successor-version'], [...always, 'successor-version']]);
	});
});

describe('mementoAt', () => {
	const now = instant('2026-06-01T00:00:00Z');
	const idAt = (at: string) => mementoAt(notice, 'en', instant(at), now)?.id;

	it('is the state that the notice was in, from its effect on', () => {
		expect(around('2025-01-01T00:00:00Z').map((at) => mementoAt(notice, 'en', at, now)?.id)).toEqual([
			'2024-01-01',
			'2025-01-01',
			'2025-01-01',
		]);
	});

	it('is the first before there was one, and the last in the future', () => {
		expect([idAt('1999-01-01T00:00:00Z'), idAt('2099-01-01T00:00:00Z')]).toEqual(['2024-01-01', '2026-01-01']);
	});

	it('is none in a language that has none', () => {
		expect(mementoAt(notice, 'es', now, now)).toBeNull();
	});
});

describe('acceptedAt', () => {
	it('reads an instant as HTTP writes it, and nothing else', () => {
		expect(acceptedAt('Wed, 01 Jan 2025 08:00:00 GMT')).toBe(instant('2025-01-01T08:00:00Z'));
		const others = [
			'',
			'2025',
			'2025-01-01T08:00:00Z',
			'Thu, 01 Jan 2025 08:00:00 GMT',
			'Wed, 32 Jan 2025 08:00:00 GMT',
		];
		expect(others.map(acceptedAt)).toEqual(others.map(() => null));
	});
});
