import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';
import type { ChangeInput } from './parts.ts';

export interface WithdrawnInput extends Pick<ChangeInput, 'title' | 'version' | 'summary' | 'effectiveAt'> {
	withdrawnAt: Instant;
	/** Of the notice: the text in force. */
	noticeUrl: string;
}

export const changeWithdrawn: Letter<WithdrawnInput> = {
	en: (input, words) => ({
		subject: `${input.title}: an announced change is withdrawn`,
		paragraphs: [
			`We told you that ${words.quoted(input.title)} would change on ${words.moment(input.effectiveAt)} (version ${input.version}). That change was withdrawn on ${words.moment(input.withdrawnAt)} and does not take effect.`,
			`It would have been: ${input.summary}`,
			`The text in force stays as it is:\n${input.noticeUrl}`,
		],
		why: 'we told you of this change when it was announced.',
	}),
	es: (input, words) => ({
		subject: `${input.title}: se retira un cambio anunciado`,
		paragraphs: [
			`Le avisamos de que ${words.quoted(input.title)} iba a cambiar el ${words.moment(input.effectiveAt)} (versión ${input.version}). Ese cambio se retiró el ${words.moment(input.withdrawnAt)} y no entrará en vigor.`,
			`Habría sido: ${input.summary}`,
			`El texto en vigor sigue como está:\n${input.noticeUrl}`,
		],
		why: 'le avisamos de este cambio cuando se anunció.',
	}),
};
