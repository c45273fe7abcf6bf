import type { Section } from '../../schema/notice/model.ts';
import { sectionTextOf, textOf } from '../../schema/notice/text.ts';
import { builder, open } from './builder.ts';
import { TextFormatEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

const formatArg = { required: false, description: 'How it is written down.' } as const;

const SectionType = builder.objectRef<Section>('Section').implement({
	description: 'A heading and what stands under it, down to the next heading.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes: open, description: 'Its name within the text, the same in every version.' }),
		heading: t.exposeString('heading', { authScopes: open, description: 'The heading.' }),
		depth: t.exposeInt('depth', { authScopes: open, description: '2 for a section, 3 for one inside it, and so on.' }),
		text: t.string({
			authScopes: open,
			description: 'What stands under it.',
			args: { format: t.arg({ ...formatArg, type: TextFormatEnum }) },
			resolve: (section, { format }) => sectionTextOf(section, format ?? 'PLAIN'),
		}),
	}),
});

builder.objectFields(NoticeVersionType, (t) => ({
	text: t.string({
		authScopes: open,
		description: 'The whole text, all that the page prints from data included.',
		args: {
			format: t.arg({ ...formatArg, type: TextFormatEnum, defaultValue: 'MARKDOWN' }),
			locale: t.arg.string(localeArg),
		},
		complexity: 20,
		resolve: (parent, { format, locale }) => textOf(editionIn(parent, locale), format ?? 'MARKDOWN'),
	}),
	sections: t.field({
		type: [SectionType],
		authScopes: open,
		description: 'The text by its headings.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }) => editionIn(parent, locale).sections,
	}),
	locales: t.stringList({
		authScopes: open,
		description: 'The languages that this version is published in; the first one controls.',
		resolve: ({ notice, version }) => notice.locales.filter((locale) => locale in version.editions),
	}),
}));
