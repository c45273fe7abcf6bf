import { z } from 'zod';

/** The sections of other notices that a version takes over, each `<notice>#<section>`. */
export const incorporates = z
	.array(
		z
			.string()
			.regex(
				/^[a-z][a-z0-9]*(-[a-z0-9]+)*#[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
				'expected a notice and a section of it, such as privacy-policy#collect',
			),
	)
	.refine((all) => new Set(all).size === all.length, 'expected each section once')
	.default([]);

/** A section of another notice that a version takes over, by their names. */
export interface Reference {
	notice: string;
	section: string;
}

/** What `<notice>#<section>` names. */
export const referenceOf = (said: string): Reference => {
	const [notice = '', section = ''] = said.split('#');
	return { notice, section };
};
