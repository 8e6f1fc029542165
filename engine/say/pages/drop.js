// A file dropped anywhere on a page that has a form of class "drop" goes into its field for files, and the form is handed in; without
// scripts it can be dropped on the field itself.
document.querySelectorAll("form.drop").forEach((form) => {
  const field = form.querySelector("input[type=file]");
  const over = (event, on) => {
    if (event.dataTransfer === null || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("lit", on);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
});
