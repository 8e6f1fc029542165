// A figure of an audit leaves in the table of tasks those behind it alone, with a line above that says of which and brings the others
// back. Without scripts the link leads to the numbers of the tasks, each a link to its row.
document.querySelectorAll("#drill").forEach((line) => {
  const rows = line.nextElementSibling.querySelector("tbody").rows;
  const showAll = () => {
    [...rows].forEach((row) => { row.hidden = false; });
    line.hidden = true;
  };
  const showThose = (figure) => {
    const wanted = new Set([...figure.querySelectorAll("a")].map((link) => link.hash.slice(1)));
    [...rows].forEach((row) => { row.hidden = !wanted.has(row.id); });
    line.querySelector("strong").textContent = [...figure.querySelectorAll("strong, span")].map((part) => part.textContent).join(" ");
    line.hidden = false;
    line.scrollIntoView();
  };
  const follow = () => {
    const aim = document.getElementById(location.hash.slice(1));
    if (/^#f\d+$/.test(location.hash) && aim !== null) {
      showThose(aim);
    } else if (aim !== null && aim.hidden) {
      showAll();
      aim.scrollIntoView();
    }
  };
  line.querySelector("button").addEventListener("click", showAll);
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link !== null && link.hash !== "" && link.hash === location.hash) setTimeout(follow);
  });
  window.addEventListener("load", () => setTimeout(follow)); // after the browser has gone to where the link leads
});
