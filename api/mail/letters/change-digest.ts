import type { Letter } from '../letter.ts';
import type { ChangeInput } from './parts.ts';

/** One change of a digest, as it stands when the digest is written. */
export interface DigestChange extends Pick<ChangeInput, 'title' | 'version' | 'summary' | 'effectiveAt' | 'url'> {
	isInForce: boolean;
}

export interface DigestInput {
	changes: readonly DigestChange[];
	frequency: 'DAILY' | 'WEEKLY';
}

export const changeDigest: Letter<DigestInput> = {
	en: ({ changes, frequency }, words) => ({
		subject: `Changes to our notices: ${changes.length}`,
		paragraphs: changes.map(
			({ title, version, summary, effectiveAt, url, isInForce }) =>
				`${words.quoted(title)}, version ${version}, ${isInForce ? 'in force since' : 'announced, applies from'} ${words.moment(effectiveAt)}.\n${summary}\n${url}`,
		),
		why: `you asked us to tell you of changes ${frequency === 'DAILY' ? 'once a day' : 'once a week'}.`,
	}),
	es: ({ changes, frequency }, words) => ({
		subject: `Cambios en nuestros avisos: ${changes.length}`,
		paragraphs: changes.map(
			({ title, version, summary, effectiveAt, url, isInForce }) =>
				`${words.quoted(title)}, versión ${version}, ${isInForce ? 'en vigor desde el' : 'anunciada, se aplica desde el'} ${words.moment(effectiveAt)}.\n${summary}\n${url}`,
		),
		why: `usted nos pidió que le avisáramos de los cambios ${frequency === 'DAILY' ? 'una vez al día' : 'una vez a la semana'}.`,
	}),
};
