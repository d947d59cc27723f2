"use client";

import { type ReactNode, useState } from "react";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import { ROLE_CHOICES, type RoleName } from "@/components/admin/people/role-names";
import { ShownOnce } from "@/components/admin/people/shown-once";
import { useAsking } from "@/components/admin/people/use-asking";
import { Tag } from "@/components/ui/tag";
import { paths } from "@/lib/paths";

/** A person as the list shows them; days as text. */
export interface PersonShown {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly disabled: boolean;
  readonly hasSecondStep: boolean;
  readonly lastUsed: string | null;
}

/** One person with what an admin may change about them. A change of role is sent by its own button, so that none happens by a slip. */
export function PersonRow({ person, isSelf }: { readonly person: PersonShown; readonly isSelf: boolean }) {
  const { id, name, disabled } = person;
  const [role, setRole] = useState(person.role);
  const [link, setLink] = useState<string | null>(null);
  const { ask, trouble, isBusy } = useAsking(`person-${id}`);
  const renew = async () => {
    const made = await ask("POST", `${paths.api.person(id)}/renewal`);
    if (made) setLink(new URL((made.data as { readonly path: string }).path, location.href).href);
  };
  return (
    <tr>
      <th scope="row">
        <b>{name}</b> {isSelf ? <Tag>You</Tag> : null}
        <small>{person.email}</small>
      </th>
      <td data-name="Role">
        <form
          className="role-form"
          onSubmit={(event) => {
            event.preventDefault();
            void ask("PATCH", paths.api.person(id), { role });
          }}
        >
          <select
            aria-label={`Role of ${name}`}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as RoleName)}
          >
            {Object.entries(ROLE_CHOICES).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
          {role === person.role ? null : (
            <button type="submit" className="btn small primary" disabled={isBusy}>
              Change role
            </button>
          )}
        </form>
        <ErrorNotice message={trouble} />
      </td>
      <td data-name="Sign-in">
        {disabled ? <Tag tone="mute">Disabled</Tag> : (person.lastUsed ?? "Not signed in")}
        {person.hasSecondStep ? <small>With second step</small> : null}
      </td>
      <td className="row-actions">
        <StandingButton
          name={name}
          disabled={disabled}
          isBusy={isBusy}
          onChange={(next) => void ask("PATCH", paths.api.person(id), { disabled: next })}
        >
          {disabled || isSelf ? null : (
            <button type="button" className="btn small" disabled={isBusy} onClick={renew}>
              New password link<span className="hidden"> for {name}</span>
            </button>
          )}
        </StandingButton>
        {link === null ? null : (
          <ShownOnce label={`Link for ${name}`} text={link} note="Works once, for a day. Pass it on yourself." />
        )}
      </td>
    </tr>
  );
}

/** Disables an account after asking once more, or enables it again. What else can be done (`children`) waits for the answer. */
function StandingButton({
  name,
  disabled,
  isBusy,
  onChange,
  children,
}: {
  readonly name: string;
  readonly disabled: boolean;
  readonly isBusy: boolean;
  readonly onChange: (disabled: boolean) => void;
  readonly children: ReactNode;
}) {
  const [isAsking, setAsking] = useState(false);
  if (disabled) {
    return (
      <button type="button" className="btn small" disabled={isBusy} onClick={() => onChange(false)}>
        Enable<span className="hidden"> {name}</span>
      </button>
    );
  }
  if (!isAsking) {
    return (
      <>
        <button type="button" className="btn small" disabled={isBusy} onClick={() => setAsking(true)}>
          Disable<span className="hidden"> {name}</span>
        </button>
        {children}
      </>
    );
  }
  return (
    <fieldset className="sure">
      <legend>Disable {name}? They are signed out at once.</legend>
      <button
        type="button"
        className="btn small danger"
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed has gone, this is its continuation
        autoFocus
        disabled={isBusy}
        onClick={() => {
          setAsking(false);
          onChange(true);
        }}
      >
        Yes, disable
      </button>
      <button type="button" className="btn small" onClick={() => setAsking(false)}>
        No
      </button>
    </fieldset>
  );
}
