// The card beside a form follows the typing: 400 ms after the last key the form is sent to be drawn, and the answer's
// card takes the place of the old one. Without this the button "Show the card" does the same. Marked up by
// <form data-follow="address"> and, inside it, one element with the id "kort".
const PAUSE_MS = 400;

for (const form of document.querySelectorAll("form[data-follow]")) follow(form);

function follow(form) {
  const place = form.querySelector("#kort");
  let timer = 0;
  let asked = null;
  hideButton(place);
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE_MS);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") chosen(event.target);
  });

  function chosen(input) {
    input.parentElement.querySelector("output").textContent = input.files[0]?.name ?? "";
    input.closest(".slapp").classList.add("har");
    draw(input);
  }

  async function draw(chosen) {
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    const fields = new FormData(form);
    if (!(chosen instanceof HTMLInputElement)) fields.delete("picture");
    try {
      const answer = await fetch(form.dataset.follow, { method: "POST", body: fields, signal: asked.signal });
      if (!answer.ok) return;
      const html = await answer.text();
      const focused = place.contains(document.activeElement);
      place.innerHTML = html;
      hideButton(place);
      if (focused) place.querySelector("button")?.focus();
      const picture = answer.headers.get("Torget-Picture");
      if (picture) form.elements.kept_picture.value = picture;
    } catch (error) {
      if (error.name !== "AbortError") showButton(place);
    }
  }
}

function hideButton(place) {
  const button = place.querySelector("[data-follow-button]");
  if (button) button.hidden = true;
}

function showButton(place) {
  const button = place.querySelector("[data-follow-button]");
  if (button) button.hidden = false;
}
