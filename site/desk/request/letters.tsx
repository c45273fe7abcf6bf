import type { Letter } from './operations.ts';

const languages: Record<string, string> = { en: 'English', es: 'Spanish' };
const channels: Record<Letter['channel'], string> = { MAIL: 'by e-mail', POST: 'printed, by post' };

/** The letters as they would leave; a letter in another language is marked as such, for whoever has it read out. */
export const Letters = ({ letters }: { letters: readonly Letter[] }) =>
	letters.length === 0 ? (
		<p>No letter leaves: there is no address to write to, or nobody has to be told.</p>
	) : (
		letters.map((letter) => (
			<article class="letter" key={letter.kind}>
				<p class="hint">
					{languages[letter.locale] ?? letter.locale}, {channels[letter.channel]}. A dot stands for each sign of the
					receipt code; a link that works once is made when the letter leaves.
				</p>
				<h4 lang={letter.locale}>{letter.subject}</h4>
				<pre lang={letter.locale} dir="auto">
					{letter.text}
				</pre>
			</article>
		))
	);
