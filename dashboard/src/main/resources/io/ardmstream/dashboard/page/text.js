// Words only ever become text: names of streams and records come from outside.

export function text(tag, content = "", kind = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  if (kind) element.className = kind;
  return element;
}
