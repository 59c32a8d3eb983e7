// Completion of names, and charts that tell their numbers where one points; everything works without it.
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

let drawing; // the script that draws, loaded when a chart is first asked to
for (const picture of document.querySelectorAll("img[data-spec]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "by-script", textContent: "Tell numbers on pointing" });
  picture.parentElement.after(button);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      drawing ??= new Promise((done, failed) => {
        document.head.append(Object.assign(document.createElement("script"), { src: "/charts/vega.js", onload: done, onerror: failed }));
      });
      const answer = await fetch(picture.dataset.spec);
      if (!answer.ok) throw new Error(answer.statusText);
      const spec = await answer.json();
      await drawing;
      const place = document.createElement("div");
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", picture.alt);
      picture.after(place);
      await window.drawChart(place, spec);
      picture.remove();
      button.remove();
    } catch (problem) {
      button.textContent = "It could not be drawn here; the picture has all";
    }
  });
}
