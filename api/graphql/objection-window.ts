import { type ObjectionWindow, objectionWindowAt } from '../../schema/notice/timeline.ts';
import type { ObjectionEffect } from '../../schema/objection/vocabulary.ts';
import { builder, open } from './builder.ts';
import { ObjectionEffectEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

interface WindowOfVersion extends ObjectionWindow {
	effect: string;
	does: ObjectionEffect;
	decideWithinDays: number | null;
}

const ObjectionWindowType = builder.objectRef<WindowOfVersion>('ObjectionWindow').implement({
	description: 'The time in which people may object to a version.',
	fields: (t) => ({
		opensAt: t.expose('opensAt', { type: 'DateTime', authScopes: open, description: 'From when.' }),
		closesAt: t.expose('closesAt', { type: 'DateTime', authScopes: open, description: 'Until when, exclusively.' }),
		open: t.exposeBoolean('open', { authScopes: open, description: 'Whether it is open now.' }),
		effect: t.exposeString('effect', { authScopes: open, description: 'What an objection does.' }),
		does: t.expose('does', { type: ObjectionEffectEnum, authScopes: open, description: 'The same as data.' }),
		decideWithinDays: t.exposeInt('decideWithinDays', {
			nullable: true,
			authScopes: open,
			description: 'Days from the day it counts within which it is decided, where that is promised.',
		}),
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
			const { does = 'keepsEarlierText', decideWithinDays = null } = parent.version.revision.objection ?? {};
			const effect = editionIn(parent, locale).objectionEffect ?? '';
			return window && { ...window, effect, does, decideWithinDays };
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
