import { paths } from "@/lib/paths";

/** What a person sees who is signed in but may not open a page. */
export function NotAllowed() {
  return (
    <>
      <h1>This is not for your role</h1>
      <p className="lede">
        You are signed in, but your role does not include this page. An admin can give you another.
      </p>
      <p>
        <a href={paths.admin.start()}>Start page</a>
      </p>
    </>
  );
}
