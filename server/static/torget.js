/* What the staff pages gain from script beyond htmx: the count under a field and the focal point of a picture. */

function count(field) {
  const shown = document.querySelector(`[data-count="${field.id}"]`);
  if (shown) {
    shown.textContent = shown.dataset.words
      .replace("{n}", String([...field.value].length))
      .replace("{limit}", shown.dataset.limit);
  }
}

document.addEventListener("input", (event) => {
  if (event.target.id) count(event.target);
});

/* The focal point: a click says where, the arrows move it by one percent; the two number fields are the truth. */
function point(stage) {
  const x = document.getElementById("focus_x");
  const y = document.getElementById("focus_y");
  const ring = stage.querySelector(".ring");
  const draw = () => {
    ring.style.left = `${x.value}%`;
    ring.style.top = `${y.value}%`;
  };
  const set = (left, top) => {
    x.value = String(Math.round(Math.min(100, Math.max(0, left))));
    y.value = String(Math.round(Math.min(100, Math.max(0, top))));
    draw();
    x.dispatchEvent(new Event("input", { bubbles: true }));
  };
  stage.addEventListener("click", (event) => {
    if (event.detail === 0) return; // pressed by key: there is no place in it
    const box = stage.getBoundingClientRect();
    set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  });
  stage.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    set(Number(x.value) + step[0], Number(y.value) + step[1]);
  });
  x.addEventListener("input", draw);
  y.addEventListener("input", draw);
  ring.hidden = false;
  draw();
}

document.querySelectorAll("[data-focus]").forEach(point);
document.querySelector("#fyndlista")?.focus();

/* A choice that is sent as it is made; without script its button does that. */
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-send]")) event.target.form.requestSubmit();
});

/* The name of the chosen file, beside the button that chose it. */
document.addEventListener("change", (event) => {
  if (event.target.matches(".valjfil input")) {
    event.target.parentElement.querySelector("output").textContent = event.target.files[0]?.name ?? "";
  }
});
