// Words of a notice and the fields that were read from them light each other, by pointer and by keyboard. data-fields holds the
// numbers of the fields, within one task.
document.querySelectorAll("article.task").forEach((task) => {
  const marked = [...task.querySelectorAll("[data-fields]")];
  const numbers = (element) => element.dataset.fields.split(" ");
  const light = (element, on) => {
    const own = numbers(element);
    marked.filter((other) => numbers(other).some((number) => own.includes(number)))
      .forEach((other) => other.classList.toggle("lit", on));
  };
  marked.forEach((element) => {
    element.addEventListener("pointerenter", () => light(element, true));
    element.addEventListener("pointerleave", () => light(element, false));
    element.addEventListener("focusin", () => light(element, true));
    element.addEventListener("focusout", () => light(element, false));
  });
});
