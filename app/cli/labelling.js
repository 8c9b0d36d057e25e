"use strict";
(() => {
  const form = document.getElementById("sheet");
  const rater = document.getElementById("rater");
  const status = document.getElementById("status");
  const store = "reploop-labels:" + form.dataset.sheet;
  const items = [...form.querySelectorAll("fieldset")];

  const level = (item) => item.querySelector("input:checked")?.value ?? "";
  const reason = (item) => item.querySelector("textarea").value.trim();

  // The same rule as for every CSV of Reploop: no cell is ever run as a formula.
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text);
  const cell = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
  const line = (cells) => cells.map((text) => cell(safe(text))).join(",");

  const csv = () => {
    const rows = items.map((item) => [
      item.dataset.call, item.dataset.criterion, rater.value.trim(), level(item), reason(item),
    ]);
    const head = "call,criterion,rater,level,reason";
    return [head, ...rows.map(line)].join("\r\n") + "\r\n";
  };

  const count = () => {
    const done = items.filter((item) => level(item) !== "").length;
    status.textContent = `${done} of ${items.length} labelled`;
    for (const call of form.querySelectorAll("details")) {
      const inside = [...call.querySelectorAll("fieldset")];
      const filled = inside.filter((item) => level(item) !== "").length;
      call.querySelector(".done").textContent = `${filled} of ${inside.length}`;
    }
  };

  const keep = () => {
    count();
    const kept = items.map((item) => [level(item), item.querySelector("textarea").value]);
    try {
      localStorage.setItem(store, JSON.stringify({ rater: rater.value, kept }));
    } catch { /* a browser that keeps nothing: the download is what counts */ }
  };

  const restore = () => {
    try {
      const found = JSON.parse(localStorage.getItem(store));
      if (found?.kept?.length !== items.length) return;
      rater.value = rater.value || found.rater;
      found.kept.forEach(([value, text], place) => {
        for (const choice of items[place].querySelectorAll("input")) {
          choice.checked = choice.value === value;
        }
        items[place].querySelector("textarea").value = text;
      });
    } catch { /* nothing was kept */ }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!rater.reportValidity()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.download = form.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
    status.textContent = "The CSV was saved by your browser. " + status.textContent;
  });
  form.addEventListener("input", keep);
  for (const button of form.querySelectorAll("button[data-clear]")) {
    button.addEventListener("click", () => {
      const item = button.closest("fieldset");
      for (const choice of item.querySelectorAll("input")) choice.checked = false;
      item.querySelector("textarea").value = "";
      keep();
    });
  }
  restore();
  count();
})();
