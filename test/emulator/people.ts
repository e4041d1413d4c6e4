/** One organisation of the emulated directory. */
export interface Tenant {
  /** The directory's GUID. */
  readonly id: string;
  readonly name: string;
  /** May name the tenant in place of its GUID. */
  readonly domain: string;
}

/** Whether a request may name the tenant so: by its GUID, its domain, or the one that Microsoft gave it at first. */
export function isNameOf({ id, domain, name }: Tenant, asked: string): boolean {
  return [id, domain, `${name.toLowerCase()}.onmicrosoft.com`].includes(asked);
}

/** One person who can sign in, with one click and without a password. */
export interface Person {
  /** Their id in the directory (`oid`, and `id` in Graph): a GUID. */
  readonly objectId: string;
  readonly name: string;
  readonly address: string;
  readonly tenant: Tenant;
}

/** Everything that is registered: two organisations, three people and one application. */
export interface Directory {
  readonly clientId: string;
  readonly tenants: { readonly contoso: Tenant; readonly fabrikam: Tenant };
  readonly people: { readonly ada: Person; readonly ben: Person; readonly chen: Person };
}

/** The directory; `LOCAL_CLIENT_ID` and `LOCAL_TENANT_ID` change the same ids as they do in a local build. */
export function createDirectory(env: NodeJS.ProcessEnv): Directory {
  const contoso = {
    id: env['LOCAL_TENANT_ID'] ?? '00000000-0000-4000-8000-0000000000aa',
    name: 'Contoso',
    domain: 'contoso.example',
  };
  const fabrikam = {
    id: '00000000-0000-4000-8000-0000000000bb',
    name: 'Fabrikam',
    domain: 'fabrikam.example',
  };
  return {
    clientId: env['LOCAL_CLIENT_ID'] ?? '00000000-0000-4000-8000-000000000001',
    tenants: { contoso, fabrikam },
    people: {
      ada: person('ada0', 'Ada Lindqvist', 'ada@contoso.example', contoso),
      ben: person('be00', 'Ben Okafor', 'ben@contoso.example', contoso),
      chen: person('c4e0', 'Chen Wei', 'chen@fabrikam.example', fabrikam),
    },
  };
}

function person(idEnd: string, name: string, address: string, tenant: Tenant): Person {
  return { objectId: `00000000-0000-4000-8000-00000000${idEnd}`, name, address, tenant };
}

/** The opaque `login_hint` claim of a person: accepted as a hint beside their address. */
export function loginHintOf({ objectId }: Person): string {
  return `O.${Buffer.from(objectId).toString('base64url')}`;
}

/** The person whom a `login_hint` names; undefined for a hint that names nobody. */
export function findByHint(people: readonly Person[], hint: unknown): Person | undefined {
  return people.find(
    (person) =>
      hint === loginHintOf(person) ||
      (typeof hint === 'string' && hint.toLowerCase() === person.address.toLowerCase()),
  );
}
