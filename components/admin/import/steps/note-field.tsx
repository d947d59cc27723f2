import { TextField } from "@/components/admin/fields/text-field";

/** A note that all figures of a file get. What stands above their table is often what they are of, and is one click away. */
export function NoteField({
  above,
  value,
  onSay,
}: {
  /** What stands above the table; "" for nothing. */
  readonly above: string;
  readonly value: string;
  readonly onSay: (text: string) => void;
}) {
  return (
    <div>
      <TextField
        path="import.note"
        label="Note of all numbers"
        hint={above === "" || value !== "" ? undefined : `Above the table stands: ${above}`}
        required={false}
        rows={2}
        value={value}
        onChange={onSay}
      />
      {above === "" || value !== "" ? null : (
        <p className="field-cures">
          <button type="button" className="btn small" onClick={() => onSay(above)}>
            Keep what stands above the table
          </button>
        </p>
      )}
    </div>
  );
}
