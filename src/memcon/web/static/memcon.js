// Completion of names; everything works without it.
"use strict";
const names = document.getElementById("names");
let waiting = 0;
for (const field of document.querySelectorAll("input[list=names]")) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim().length < 2) return;
    waiting = setTimeout(async () => {
      const answer = await fetch("/names.json?q=" + encodeURIComponent(field.value.trim().slice(0, 60)));
      if (!answer.ok) return;
      const found = await answer.json();
      names.replaceChildren(...found.names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    }, 150);
  });
}
