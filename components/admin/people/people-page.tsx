import { InviteForm } from "@/components/admin/people/invite-form";
import { PersonRow, type PersonShown } from "@/components/admin/people/person-row";
import { ROLE_SHORT, type RoleName } from "@/components/admin/people/role-names";
import { TakeBack } from "@/components/admin/people/take-back";
import { paths } from "@/lib/paths";

/** An open invitation as the list shows it; days as text. */
export interface InvitationShown {
  readonly id: string;
  readonly role: RoleName;
  readonly byName: string | null;
  /** Whose password it renews; null for a new account. */
  readonly forName: string | null;
  readonly until: string;
}

/** Everyone with an account, and the links by which others come in. */
export function PeoplePage({
  people,
  invitations,
  selfId,
}: {
  readonly people: readonly PersonShown[];
  readonly invitations: readonly InvitationShown[];
  readonly selfId: string;
}) {
  return (
    <>
      <h1>People</h1>
      <p className="lede">Who may sign in here, and what each may do. A change holds from their next click.</p>
      <div className="scroller">
        <table className="records of-people">
          <caption className="hidden">People with an account</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Last signed in</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={`${person.id} ${person.role}`} person={person} isSelf={person.id === selfId} />
            ))}
          </tbody>
        </table>
      </div>
      <h2>Invite</h2>
      <p>The link makes one account. Copy it and send it yourself: nothing is sent from here.</p>
      <InviteForm />
      {invitations.length === 0 ? null : <OpenLinks invitations={invitations} />}
    </>
  );
}

function OpenLinks({ invitations }: { readonly invitations: readonly InvitationShown[] }) {
  return (
    <>
      <h3>Links not used yet</h3>
      <ul className="open-links">
        {invitations.map(({ id, role, byName, forName, until }) => (
          <li key={id}>
            <span>
              <b>{forName === null ? `A new ${ROLE_SHORT[role].toLowerCase()}` : `New password for ${forName}`}</b>,
              from {byName}, until {until}
            </span>
            <TakeBack
              path={paths.api.invitation(id)}
              name="Take back"
              what={`the link from ${byName} until ${until}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
