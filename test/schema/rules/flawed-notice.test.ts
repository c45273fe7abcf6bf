import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readLibrary } from '../../../schema/source/library.ts';
import { instant } from '../../../schema/time.ts';
import { californiaContent } from '../../support/content.ts';

const flawedContent = fileURLToPath(new URL('../../fixtures/flawed', import.meta.url));
const now = instant('2026-03-01T12:00:00-08:00');

const found = async (content: string) =>
	(await readLibrary(content, { now })).findings.map(
		(it) => `${it.level} ${it.rule} ${it.field}: ${it.message.split('. ')[0]}`,
	);

it('finds in a notice with the usual flaws these and no others', async () => {
	expect(await found(flawedContent)).toEqual([
		'error C20 contact: Nobody is named who answers questions',
		'error C1 categories: Nothing is said of sensitive (Sensitive personal information)',
		"warning C3 categories: 'may' does not say whether it was sold or shared: Identifiers; Inferences about you; Other personal information that Californian law describes",
		'error C3 categories: Information is sold or shared, and the text has no link to opt out',
		"warning C4 categories: 'may' does not say whether it was disclosed: Identifiers; Other personal information that Californian law describes",
		'warning C13 categories: Others receive information, perhaps for their own direct marketing, and the text does not say how to ask who they are (“Shine the Light”)',
		'warning C15 categories: The text does not say what follows from a browser’s Do Not Track signal',
		'warning C15 categories: The text does not say whether others follow people from one site to another',
		'error C2 categories.identifiers.retention: Identifiers: collected, and how long it is kept is not said',
		'error C3 categories.inferences.soldOrShared: Inferences about you: said not to be collected, yet to be sold or shared',
		'warning C1 categories.other.key: A catch-all is no category of the law: nobody can tell what it stands for',
		'error C4 categories.other.disclosed: Other personal information that Californian law describes: said not to be collected, yet to be disclosed',
		'error C3 categories.other.soldOrShared: Other personal information that Californian law describes: said not to be collected, yet to be sold or shared',
		'error C6 sensitive.listed: The law calls citizenship and immigration status sensitive, and the list does not',
		'error C6 sensitive.listed: The law calls neural data sensitive, and the list does not',
		"error C12 purposes.1: 'cast' is a purpose of recruiting, while scope.excluded sends applicants elsewhere",
		'error C19 commitments.optOutSignal: Information is sold or shared, and a browser’s opt-out signal is not honoured',
		'error C21 commitments.accessCoversMonths: An answer covers only 12 months',
		'error C22 commitments.deletionGrounds: otherLawfulUse is no longer a ground of the statute to refuse deletion',
		'warning C22 commitments.deletionGrounds: Of the statute’s grounds, not named: research',
		'warning C24 commitments.optOutWarning: Warns that services may be lost after an opt-out, which can keep people from it',
		'error C17 commitments.verification.rights: LIMIT may not be made to depend on proof of identity',
		'error C18 commitments.agents.rights: An agent may use every right; not offered are CORRECT, OPT_OUT, LIMIT',
		'error C23 changeTerms.useMeansAcceptance: Using a service is no consent to a notice',
	]);
});

it('finds nothing in a notice that says all that the law asks', async () => {
	expect(await found(californiaContent)).toEqual([]);
});
