import { type ImportJob, shareDone } from "@/lib/importing/job";

const DOING = { waiting: "Waiting for another import", checking: "Checking", writing: "Writing" } as const;
const number = new Intl.NumberFormat("en-GB");

/** How far a job is: rows, time left, and the way to stop it. */
export function JobProgress({ job, onCancel }: { readonly job: ImportJob; readonly onCancel: () => void }) {
  const doing = DOING[job.state as keyof typeof DOING] ?? "Finishing";
  const share = shareDone(job);
  const rows =
    job.total === null
      ? `${number.format(job.done)} rows`
      : `${number.format(job.done)} of about ${number.format(job.total)} rows`;
  return (
    <section data-whole="" className="notice import-progress" aria-labelledby="import-doing">
      <h2 id="import-doing">
        {job.mode === "import" ? "Importing" : "Checking"} {job.label}
      </h2>
      <p className="hidden" role="status">
        {doing}
      </p>
      <progress aria-labelledby="import-doing" max={1} {...(share === null ? {} : { value: share })} />
      <p>
        {doing}: {rows}
        {job.secondsLeft === null ? "" : `, ${timeLeft(job.secondsLeft)} left`}
      </p>
      <p className="save-bar">
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
        <span className="hint">Until it is finished nothing is changed. You may leave this page open or close it.</span>
      </p>
    </section>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `about ${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}
