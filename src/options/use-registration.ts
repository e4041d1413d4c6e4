import { useState } from 'preact/hooks';
import type { CloudName } from '../identity/clouds';
import type { Configuration } from '../identity/configuration';
import type { KeptSettings } from '../storage/settings';
import { readTypedClientId, readTypedTenant, type Typed } from './read-typed';

/** The fields in which people type. */
export type FieldName = 'tenant' | 'clientId';

/** What the form shows: of fields the text, as it was typed. */
interface Shown {
  readonly cloud: CloudName;
  readonly tenant: string;
  readonly clientId: string;
}

/** The form about the registration: what is in it, and what that means. */
export interface RegistrationForm {
  readonly shown: Shown;
  readonly typed: Readonly<Record<FieldName, Typed>>;
  /** All of it, as it is saved; null where something is not right. */
  readonly value: Configuration | null;
  /** True where the field says what is wrong: at once for what nobody can mend by typing on, else once it was left. */
  readonly isWrong: (field: FieldName) => boolean;
  readonly edit: (change: Partial<Shown>) => void;
  /** The person is done with a field: what was understood stands in it from then on, what was not stays as it is. */
  readonly leave: (field: FieldName) => void;
  /** They are done with these fields, empty or not: the first of them that is wrong, or null. */
  readonly insist: (...fields: readonly FieldName[]) => FieldName | null;
}

/** What the person typed or took over goes before what is kept: from then on nothing that arrives touches the form. */
export function useRegistration({ parts, prescribed }: KeptSettings): RegistrationForm {
  const [own, setOwn] = useState<Shown | null>(null);
  const [left, setLeft] = useState<readonly FieldName[]>([]);
  const kept: Shown = {
    cloud: parts.cloud?.value ?? 'global',
    tenant: parts.tenant?.value ?? '',
    clientId: parts.clientId?.value ?? '',
  };
  const shown: Shown = { ...kept, ...own, ...prescribed };
  const typed = { tenant: readTypedTenant(shown.tenant), clientId: readTypedClientId(shown.clientId) };
  const [tenant, clientId] = [typed.tenant.value, typed.clientId.value];

  return {
    shown,
    typed,
    value: tenant === null || clientId === null ? null : { cloud: shown.cloud, tenant, clientId },
    isWrong: (field) => typed[field].value === null && (!typed[field].canBecome || left.includes(field)),
    edit: (change) => {
      setOwn((before) => ({ ...(before ?? shown), ...change }));
      setLeft((before) => before.filter((field) => !(field in change)));
    },
    leave: (field) => {
      const { value } = typed[field];
      if (value !== null && value !== shown[field]) {
        setOwn((before) => ({ ...(before ?? shown), [field]: value }));
      }
      if (value === null && shown[field].trim() !== '') setLeft((before) => [...before, field]);
    },
    insist: (...fields) => {
      const wrong = fields.filter((field) => typed[field].value === null);
      setLeft((before) => [...before, ...wrong]);
      return wrong[0] ?? null;
    },
  };
}
