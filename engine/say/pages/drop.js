// A file dropped anywhere on a form of class "drop" goes into its field for files; without scripts it can be dropped on the field itself.
document.querySelectorAll("form.drop").forEach((form) => {
  const field = form.querySelector("input[type=file]");
  const over = (event, on) => {
    if (event.dataTransfer === null || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("lit", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    field.focus();
  });
});
