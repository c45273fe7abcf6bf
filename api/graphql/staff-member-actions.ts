import { aimedAt, changeStaffRoleInput, newStaff } from '../../schema/access/submission.ts';
import { addPerson, changePersonRole, removePerson, signPersonOut } from '../service/people.ts';
import { builder, needs } from './builder.ts';
import { RoleEnum } from './enums.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member } from './result.ts';
import { staffActions } from './staff-action.ts';
import { StaffMemberType } from './staff-member.ts';

const AddStaffMemberInput = builder.inputType('AddStaffMemberInput', {
	description: 'Somebody to be added to staff.',
	fields: (t) => ({
		name: t.string({ description: 'Their name.' }),
		email: t.string({ description: 'The address under which they sign in.' }),
		role: t.field({ type: RoleEnum, description: 'What they are there for.' }),
	}),
});

const AddStaffMemberResult = plainUnion('AddStaffMemberResult', 'What came of adding somebody.', StaffMemberType);

builder.mutationField('addStaffMember', (t) =>
	t.field({
		type: AddStaffMemberResult,
		authScopes: needs('staff:write'),
		description: 'Adds a person of staff, in a role that allows no more than the caller may do.',
		args: { input: t.arg({ type: AddStaffMemberInput, description: 'Whom, and in which role.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(newStaff, args.input);
			return checked.ok ? member('StaffMember', await addPerson(context, checked.input)) : checked.invalid;
		},
	}),
);

const staffAction = staffActions({ type: StaffMemberType, name: 'StaffMember', unknown: 'UNKNOWN_PERSON' });
const scope = 'staff:write';

const aimInput = (name: string, description: string) =>
	builder.inputType(name, { description, fields: (t) => ({ id: t.id({ description: 'The id of the person.' }) }) });

staffAction('changeStaffRole', {
	input: builder.inputType('ChangeStaffRoleInput', {
		description: 'Another role for a person of staff.',
		fields: (t) => ({
			id: t.id({ description: 'The id of the person.' }),
			role: t.field({ type: RoleEnum, description: 'What they are there for from now on.' }),
		}),
	}),
	schema: changeStaffRoleInput,
	scope,
	description: 'Gives somebody else another role, at once; the last officer stays one.',
	came: 'What came of changing a role.',
	asked: 'Whose role, and which.',
	act: changePersonRole,
});

staffAction('removeStaffMember', {
	input: aimInput('RemoveStaffMemberInput', 'Somebody to be taken off staff.'),
	schema: aimedAt,
	scope,
	description: 'Takes somebody else off staff: signed out everywhere, name and address erased. The last officer stays.',
	came: 'What came of removing somebody.',
	asked: 'Whom.',
	act: removePerson,
});

staffAction('endStaffSessions', {
	input: aimInput('EndStaffSessionsInput', 'Somebody to be signed out.'),
	schema: aimedAt,
	scope,
	description: 'Signs a person of staff out in every browser.',
	came: 'What came of signing somebody out.',
	asked: 'Whom.',
	act: signPersonOut,
});
