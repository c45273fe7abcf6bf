import type { Issue } from '../forms/values.ts';
import type { FieldsText } from '../text/forms-en.ts';

/** The id of the field with a name. */
export const idOf = (name: string) => name.replaceAll('.', '-');

interface ErrorSummaryProps {
	issues: readonly Issue[];
	text: FieldsText;
	/** The fields' labels by their names, for the issues that do not say where they are. */
	labels?: Readonly<Record<string, string>>;
	/** Whether the page came with it; a summary that appears later is given the focus by script. */
	fresh?: boolean;
}

/** What is wrong, at the top, with a link to each field; it takes the focus, so that nobody has to look for it. */
export const ErrorSummary = ({ issues, text, labels = {}, fresh = true }: ErrorSummaryProps) =>
	issues.length === 0 ? null : (
		// biome-ignore lint/a11y/noAutofocus: the page was loaded again because of what stands here
		<section class="errors" tabIndex={-1} autoFocus={fresh} aria-labelledby="errors-title">
			<h2 id="errors-title">
				{issues.length === 1 ? text.oneWrong : text.manyWrong.replace('{n}', String(issues.length))}
			</h2>
			{issues.every((it) => !it.path) ? (
				issues.map((it) => <p key={it.message}>{it.message}</p>)
			) : (
				<ul>
					{issues.map((it) => (
						<li key={it.path + it.message}>
							{it.path ? (
								<a href={`#${idOf(it.path)}`}>
									{labels[it.path] && `${labels[it.path]}: `}
									{it.message}
								</a>
							) : (
								it.message
							)}
						</li>
					))}
				</ul>
			)}
		</section>
	);
