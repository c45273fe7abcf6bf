import { type Incorporated, incorporatedAt, readingInstant, wholeSection } from '../../schema/notice/incorporated.ts';
import { sectionTextOf } from '../../schema/notice/text.ts';
import { builder, open } from './builder.ts';
import { TextFormatEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeType, NoticeVersionType } from './refs.ts';

const IncorporatedSectionType = builder.objectRef<Incorporated>('IncorporatedSection').implement({
	description: 'A section of another notice that a version takes over, in the text that governs at an instant.',
	fields: (t) => ({
		notice: t.field({
			type: NoticeType,
			authScopes: open,
			description: 'The other notice.',
			resolve: ({ notice }) => notice,
		}),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'The version of the other notice that governs then.',
			resolve: (incorporated) => incorporated,
		}),
		section: t.exposeString('section', { authScopes: open, description: "The section's name within that text." }),
		text: t.string({
			nullable: true,
			authScopes: open,
			description: 'What stands under its heading, smaller headings too; null where that text has no such section.',
			args: {
				format: t.arg({ type: TextFormatEnum, required: false, description: 'How it is written down.' }),
				locale: t.arg.string(localeArg),
			},
			complexity: 20,
			resolve: (incorporated, { format, locale }) => {
				const section = wholeSection(editionIn(incorporated, locale).sections, incorporated.section);
				return section && sectionTextOf(section, format ?? 'PLAIN');
			},
		}),
	}),
});

builder.objectField(NoticeVersionType, 'incorporates', (t) =>
	t.field({
		type: [IncorporatedSectionType],
		authScopes: open,
		description: 'The sections of other notices that hold here too, each in the text that governs there at an instant.',
		args: {
			at: t.arg({
				type: 'DateTime',
				required: false,
				description: 'The instant; now where left out, or the beginning or the end of a version that is not in force.',
			}),
		},
		complexity: 5,
		resolve: ({ notice, version }, { at }, { library, now }) =>
			incorporatedAt(library, version, at ?? readingInstant(notice, version, now), now),
	}),
);
