import type { ChangeCode } from '../notice/vocabulary.ts';
import { m1Categories } from './m1-categories.ts';
import { m2Purposes } from './m2-purposes.ts';
import { m3Controller } from './m3-controller.ts';
import { m4Sharing } from './m4-sharing.ts';
import { m5ThirdParties } from './m5-third-parties.ts';
import { m6Rights } from './m6-rights.ts';
import { m7Retention } from './m7-retention.ts';
import { m8ForumAndTransfer } from './m8-forum-and-transfer.ts';
import { m9Promises } from './m9-promises.ts';
import { m10ChangeTerms } from './m10-change-terms.ts';
import type { Trigger } from './model.ts';

/** Every kind of change that is material, in the order of its code. */
export const triggers: readonly Trigger[] = [
	m1Categories,
	m2Purposes,
	m3Controller,
	m4Sharing,
	m5ThirdParties,
	m6Rights,
	m7Retention,
	m8ForumAndTransfer,
	m9Promises,
	m10ChangeTerms,
];

/** What a code is about: “third parties”. */
export const nameOfCode = (code: ChangeCode): string => triggers.find((it) => it.code === code)?.name ?? code;
