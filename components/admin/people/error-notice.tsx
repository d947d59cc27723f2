/** Why something was not done, announced when it appears. */
export function ErrorNotice({ message }: { readonly message: string | null }) {
  return (
    <div role="alert" className="trouble">
      {message === null ? null : <p className="notice alert">{message}</p>}
    </div>
  );
}
