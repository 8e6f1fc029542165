// The rows of a list in a form: one more, or one less, without asking the server. The fields of a row are called FACT.ROW.FIELD; a row
// without any text is none. Without scripts the same buttons hand in the form and get it back with a row more or less.
const lastEntry = (list) => [...list.querySelectorAll("fieldset.entry")].at(-1);
const emptied = (entry) => {
  entry.querySelectorAll("input[type=text], textarea").forEach((field) => { field.value = ""; });
  entry.querySelectorAll("select").forEach((field) => { field.selectedIndex = 0; });
  entry.querySelectorAll("input[type=checkbox]").forEach((field) => { field.checked = false; });
  entry.querySelectorAll(".wrong, button").forEach((part) => part.remove());
  entry.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  entry.querySelectorAll("[aria-describedby]").forEach((field) => field.removeAttribute("aria-describedby"));
  return entry;
};
const nextOf = (entry) => {
  const next = emptied(entry.cloneNode(true));
  const from = Number(entry.querySelector("[name]").name.split(".").at(-2));
  const renumber = (text) => text.replace(`.${from}.`, `.${from + 1}.`);
  next.querySelectorAll("[name], [id], [for]").forEach((part) => {
    ["name", "id", "for"].forEach((key) => part.hasAttribute(key) && part.setAttribute(key, renumber(part.getAttribute(key))));
  });
  const legend = next.querySelector("legend").firstChild;
  legend.textContent = legend.textContent.replace(from, from + 1);
  return next;
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("fieldset.rows button");
  if (button === null) return;
  event.preventDefault();
  const list = button.closest("fieldset.rows");
  if (button.name === "more") {
    lastEntry(list).after(nextOf(lastEntry(list)));
  } else {
    button.closest("fieldset.entry").remove();
  }
  lastEntry(list).querySelector("input, select, textarea").focus();
});
