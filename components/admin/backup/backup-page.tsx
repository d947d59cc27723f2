import { MakeBackup } from "@/components/admin/backup/make-backup";
import { paths } from "@/lib/paths";

/** A backup as the list shows it; time and size as text. */
interface BackupShown {
  readonly name: string;
  readonly when: string;
  readonly size: string;
}

interface BackupPageProps {
  readonly backups: readonly BackupShown[];
  /** Name of the machine on which they lie; null where there can be only one. */
  readonly server: string | null;
}

/** Copies of the database that were checked, and the way to make one. */
export function BackupPage({ backups, server }: BackupPageProps) {
  return (
    <>
      <h1>Backup</h1>
      <p className="lede">
        A copy of everything, made while the site runs. It is opened and checked before it is listed here.
      </p>
      <p className="hint">
        A backup holds accounts and drafts too: keep it as safe as the site itself. To go back to one, stop the site and
        run <code>npm run restore -- file</code>.
      </p>
      {server === null ? null : (
        <p className="hint">
          These lie on the server <strong>{server}</strong>, in its <code>DATA_FOLDER</code>. Where several servers
          share the database, each lists and makes its own.
        </p>
      )}
      <MakeBackup />
      {backups.length === 0 ? (
        <p>There is no backup yet.</p>
      ) : (
        <table className="records">
          <caption className="hidden">Backups, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Size</th>
              <th scope="col">File</th>
            </tr>
          </thead>
          <tbody>
            {backups.map(({ name, when, size }) => (
              <tr key={name}>
                <th scope="row">{when}</th>
                <td data-name="Size">{size}</td>
                <td data-name="File">
                  <a href={paths.api.backup(name)} download={name}>
                    {name}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
