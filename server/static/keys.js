// Single keys for who reads much: each element with data-key is pressed by its key. Never while one writes, never with a
// modifier, and they can be turned off; the choice stays in this browser. Without this everything is a button or a link.
const OFF = "torget-keys-off";
const place = document.querySelector("[data-keys-switch]");
const button = place?.querySelector("button");

function on() {
  return localStorage.getItem(OFF) === null;
}

function show() {
  for (const sign of document.querySelectorAll("[data-key] kbd")) sign.hidden = !on();
  if (button) button.textContent = on() ? button.dataset.off : button.dataset.on;
  if (place) place.hidden = false;
}

button?.addEventListener("click", () => {
  if (on()) localStorage.setItem(OFF, "1");
  else localStorage.removeItem(OFF);
  show();
});

document.addEventListener("keydown", (event) => {
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  const meant = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
  if (!meant) return;
  event.preventDefault();
  meant.click();
});

show();
