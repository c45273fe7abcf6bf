import { type ObjectionWindow, objectionWindowAt } from '../../schema/notice/timeline.ts';
import { builder, open } from './builder.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

const ObjectionWindowType = builder.objectRef<ObjectionWindow & { effect: string }>('ObjectionWindow').implement({
	description: 'The time in which people may object to a version.',
	fields: (t) => ({
		opensAt: t.expose('opensAt', { type: 'DateTime', authScopes: open, description: 'From when.' }),
		closesAt: t.expose('closesAt', { type: 'DateTime', authScopes: open, description: 'Until when, exclusively.' }),
		open: t.exposeBoolean('open', { authScopes: open, description: 'Whether it is open now.' }),
		effect: t.exposeString('effect', { authScopes: open, description: 'What an objection does.' }),
	}),
});

builder.objectField(NoticeVersionType, 'objectionWindow', (t) =>
	t.field({
		type: ObjectionWindowType,
		nullable: true,
		authScopes: open,
		description: 'When objections are taken; null where the version takes none.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }, { now }) => {
			const window = objectionWindowAt(parent.version, now);
			return window && { ...window, effect: editionIn(parent, locale).objectionEffect ?? '' };
		},
	}),
);

builder.objectField(NoticeVersionType, 'objectionCount', (t) =>
	t.int({
		authScopes: open,
		description: 'How many objections to it are confirmed and not withdrawn, now.',
		resolve: ({ version }, _, { objectionCount }) => objectionCount(version.notice, version.id),
	}),
);
