export default function Page() {
  return <h1>Editing</h1>;
}
