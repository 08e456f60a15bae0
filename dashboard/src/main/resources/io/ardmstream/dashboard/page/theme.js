// Light or dark: as the system has it, until somebody decides.

const NEXT = { system: "light", light: "dark", dark: "system" };
const SIGN = { system: "◐", light: "○", dark: "●" };
const listeners = [];
const dark = matchMedia("(prefers-color-scheme: dark)");

export const onTheme = listener => listeners.push(listener);

/** A colour of the style sheet, as a canvas wants it. */
export function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function chosen() {
  return localStorage.getItem("theme") ?? "system";
}

function apply() {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  if (chosen() === "system") delete root.dataset.theme;
  else root.dataset.theme = chosen();
  button.textContent = SIGN[chosen()];
  button.setAttribute("aria-label", `Colours: ${chosen()}`);
  listeners.forEach(listener => listener());
}

export function nextTheme() {
  localStorage.setItem("theme", NEXT[chosen()]);
  apply();
}

export function startTheme() {
  dark.addEventListener("change", apply);
  document.getElementById("theme").addEventListener("click", nextTheme);
  apply();
}
