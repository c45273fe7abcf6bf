import type { GroundKey } from '../../../schema/regimes/grounds.ts';
import type { LetterLocale } from '../words.ts';

/** What each ground says to the person, as part of a sentence that begins with what is refused. */
export const groundWords: Record<LetterLocale, Record<GroundKey, string>> = {
	en: {
		UNVERIFIED: 'We could not make sure that it was you who asked.',
		AUTHORITY_NOT_SHOWN: 'It was not shown to us that whoever asked may ask for the person.',
		NOT_A_CONSUMER: 'The law gives this right to residents of California, and from what we know it does not reach you.',
		EXEMPT: 'The law exempts the information that this is about.',
		SERVICE_PROVIDER: 'We hold this information for somebody else, who decides about it. Please ask them.',
		UNFOUNDED: 'The request is manifestly unfounded or excessive.',
		FRAUD: 'We believe in good faith, and have on record why, that the request is fraudulent.',
		TRANSACTION: 'We need it to complete what you ordered, for a warranty or recall, or for our contract with you.',
		SECURITY: 'We need it to keep our systems secure and to find and stop misuse.',
		DEBUG: 'We need it to find and mend faults.',
		SPEECH: "It serves free speech, or another's right under the law.",
		CAL_ECPA: 'The California Electronic Communications Privacy Act requires us to keep it.',
		RESEARCH: 'It serves research in the public interest, to which you agreed.',
		INTERNAL_USE: 'We use it inside our organisation only, in ways you can expect.',
		LEGAL_OBLIGATION: 'The law obliges us to keep it.',
		LEGAL_CLAIMS: 'We need it for legal claims, ours or those of others.',
		OTHERS_RIGHTS: 'It would harm the rights of other people.',
		LAW_CONFLICT: 'Another law forbids it.',
		IMPOSSIBLE: 'It is impossible, or would take an effort out of all proportion.',
		NEVER_DISCLOSED: 'The law forbids us to send this out, whoever asks, since it could be misused. We hold it.',
		NOT_SEARCHABLE:
			'It is not kept in a form that can be searched. We keep it for legal reasons only, and neither sell nor use it.',
		ACCURATE: 'From all that we know, it is more likely than not correct as it stands.',
		NO_DOCUMENTS: 'What you sent us does not show that it is wrong.',
		REPEATED: 'We refused the same correction in the last six months, and nothing new was shown to us.',
	},
	es: {
		UNVERIFIED: 'No pudimos comprobar que fuera usted quien lo pidió.',
		AUTHORITY_NOT_SHOWN: 'No se nos demostró que quien lo pidió pueda hacerlo en nombre de la persona.',
		NOT_A_CONSUMER:
			'La ley concede este derecho a residentes de California y, por lo que sabemos, no le corresponde a usted.',
		EXEMPT: 'La ley exceptúa la información de que se trata.',
		SERVICE_PROVIDER:
			'Tenemos esta información por cuenta de otra organización, que decide sobre ella. Pídaselo a ella.',
		UNFOUNDED: 'La solicitud es manifiestamente infundada o excesiva.',
		FRAUD: 'Creemos de buena fe, y tenemos constancia de los motivos, que la solicitud es fraudulenta.',
		TRANSACTION:
			'La necesitamos para completar lo que encargó, para una garantía o una retirada de productos, o para nuestro contrato con usted.',
		SECURITY: 'La necesitamos para mantener seguros nuestros sistemas y para detectar e impedir abusos.',
		DEBUG: 'La necesitamos para encontrar y corregir fallos.',
		SPEECH: 'Sirve a la libertad de expresión o a otro derecho que la ley reconoce a otra persona.',
		CAL_ECPA: 'La ley de privacidad de las comunicaciones electrónicas de California nos obliga a conservarla.',
		RESEARCH: 'Sirve a una investigación de interés público a la que usted dio su consentimiento.',
		INTERNAL_USE: 'Solo la usamos dentro de nuestra organización, de maneras que usted puede esperar.',
		LEGAL_OBLIGATION: 'La ley nos obliga a conservarla.',
		LEGAL_CLAIMS: 'La necesitamos para reclamaciones legales, nuestras o de otros.',
		OTHERS_RIGHTS: 'Perjudicaría los derechos de otras personas.',
		LAW_CONFLICT: 'Otra ley lo prohíbe.',
		IMPOSSIBLE: 'Es imposible o exigiría un esfuerzo fuera de toda proporción.',
		NEVER_DISCLOSED: 'La ley nos prohíbe enviarla, la pida quien la pida, porque podría usarse mal. La tenemos.',
		NOT_SEARCHABLE:
			'No se guarda de forma que pueda buscarse. Solo la conservamos por motivos legales y ni la vendemos ni la usamos.',
		ACCURATE: 'Por todo lo que sabemos, es más probable que sea correcta tal como está.',
		NO_DOCUMENTS: 'Lo que nos envió no demuestra que sea errónea.',
		REPEATED: 'En los últimos seis meses rechazamos la misma corrección y no se nos ha mostrado nada nuevo.',
	},
};
