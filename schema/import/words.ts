/** What an import says in a version's front matter, in the language of the notice. */
interface Words {
	first: string;
	differs: (changed: number, of: number) => string;
	again: (version: string) => string;
	newSection: string;
	removed: (heading: string) => string;
	counts: (added: number, gone: number) => string;
	form: string;
}

const en: Words = {
	first: 'Imported: the first version on record.',
	differs: (changed, of) => `Imported: ${changed} of ${of} sections differ from the version before.`,
	again: (version) => `Imported: the text of ${version} is brought back.`,
	newSection: 'A new section.',
	removed: (heading) => `The section is gone; see “${heading}”.`,
	counts: (added, gone) => `Words added: ${added}; removed: ${gone}.`,
	form: 'The words are the same; links, emphasis or headings differ.',
};

const es: Words = {
	first: 'Importado: la primera versión que consta.',
	differs: (changed, of) => `Importado: ${changed} de ${of} secciones difieren de la versión anterior.`,
	again: (version) => `Importado: vuelve el texto de ${version}.`,
	newSection: 'Una sección nueva.',
	removed: (heading) => `La sección ya no está; vea «${heading}».`,
	counts: (added, gone) => `Palabras añadidas: ${added}; quitadas: ${gone}.`,
	form: 'Las palabras son las mismas; difieren enlaces, énfasis o títulos.',
};

/** English where the language has no words of its own here. */
export const wordsFor = (locale: string): Words => (locale === 'es' ? es : en);
