import { STEPS, type Step } from "@/components/admin/import/state/kept-import";

const NAMES: Readonly<Record<Step, string>> = {
  file: "File",
  table: "Table",
  columns: "Columns",
  matches: "Matches",
  check: "Check",
  done: "Done",
};

/** The steps of an import, and where one is among them. With a file each can be gone to; what was said in it stays. */
export function StepList({
  step,
  canMove,
  onGo,
}: {
  readonly step: Step;
  readonly canMove: boolean;
  readonly onGo: (step: Step) => void;
}) {
  return (
    <nav aria-label="Steps of the import">
      <ol className="import-steps">
        {STEPS.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === step ? "step" : undefined}
              disabled={one !== step && (!canMove || one === "done")}
              onClick={() => onGo(one)}
            >
              {NAMES[one]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
