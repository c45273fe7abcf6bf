import { readLibrary } from '../../../schema/source/library.ts';
import { type Command, contentHelp, printJson, readContentOptions } from './command.ts';
import { count, isError, printFindings } from './findings.ts';

export const verify: Command = {
	summary: "Prove that the ledger's chain is whole and that no published text has changed.",
	help: contentHelp,
	run: async (args) => {
		const { contentDir, json } = readContentOptions(args);
		const { library, findings } = await readLibrary(contentDir);
		const broken = findings.filter((it) => isError(it) && (it.rule === 'F4' || it.rule === 'F1'));
		const entries = library.ledger.length;
		if (json) printJson({ entries, findings: broken });
		else {
			printFindings(broken, contentDir);
			console.log(
				broken.length
					? `${count(broken.length, 'error')}: what was published cannot be proved.`
					: `The chain of ${count(entries, 'entry', 'entries')} is whole, and every published text is as it was published.`,
			);
		}
		return broken.length ? 1 : 0;
	},
};
