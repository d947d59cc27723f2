import { NameForm } from "@/components/admin/people/name-form";
import { PasswordForm } from "@/components/admin/people/password-form";
import { ROLE_SHORT, type RoleName } from "@/components/admin/people/role-names";
import { SecondStep } from "@/components/admin/people/second-step";
import { SignOutEverywhere } from "@/components/admin/people/sign-out-everywhere";
import { TakeBack } from "@/components/admin/people/take-back";
import { TokenForm } from "@/components/admin/people/token-form";
import { paths } from "@/lib/paths";

/** An API token as its owner sees it; days as text. */
export interface TokenShown {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  /** Null for no end. */
  readonly until: string | null;
}

/** One's own account: name, password, second step, sessions, API tokens. */
export function AccountPage({
  person,
  hasSecondStep,
  tokens,
}: {
  readonly person: { readonly name: string; readonly email: string; readonly role: RoleName };
  readonly hasSecondStep: boolean;
  readonly tokens: readonly TokenShown[];
}) {
  return (
    <>
      <h1>Your account</h1>
      <p className="lede">
        {person.email}, {ROLE_SHORT[person.role].toLowerCase()}.
      </p>
      <NameForm name={person.name} />
      <h2>Password</h2>
      <PasswordForm email={person.email} />
      <h2>Second step</h2>
      <SecondStep isOn={hasSecondStep} />
      <h2>Browsers</h2>
      <p>A browser that is not used for twelve hours is signed out by itself, and any after a week.</p>
      <SignOutEverywhere />
      <h2>API tokens</h2>
      <p>A script that sends one may do what you may, except for changing accounts.</p>
      <TokenForm />
      {tokens.length === 0 ? null : <Tokens tokens={tokens} />}
    </>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly TokenShown[] }) {
  return (
    <>
      <h3>Tokens that work</h3>
      <ul className="open-links">
        {tokens.map(({ id, name, since, until }) => (
          <li key={id}>
            <span>
              <b>{name}</b>, made {since}, {until === null ? "without an end" : `until ${until}`}
            </span>
            <TakeBack path={paths.api.token(id)} name="Take back" what={`the token ${name}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
