"use strict";
(() => {
  const form = document.getElementById("sheet");
  const rater = document.getElementById("rater");
  const status = document.getElementById("status");
  let whose = rater.value.trim(); // whose labels are on the page; kept and restored for them alone
  const store = () => `reploop-labels:${form.dataset.sheet}:${whose}`;
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
    status.textContent = `${done} of ${items.length} labelled` +
      (whose ? "" : "; nothing is kept in your browser until your name is there");
    for (const call of form.querySelectorAll("details")) {
      const inside = [...call.querySelectorAll("fieldset")];
      const filled = inside.filter((item) => level(item) !== "").length;
      call.querySelector(".done").textContent = `${filled} of ${inside.length}`;
    }
  };

  const keep = () => {
    count();
    if (!whose) return;
    const kept = items.map((item) => [level(item), item.querySelector("textarea").value]);
    try {
      localStorage.setItem(store(), JSON.stringify(kept));
    } catch { /* a browser that keeps nothing: the download is what counts */ }
  };

  const fill = (item, value, text) => {
    for (const choice of item.querySelectorAll("input")) choice.checked = choice.value === value;
    item.querySelector("textarea").value = text;
  };

  const restore = () => {
    if (!whose) return;
    try {
      const kept = JSON.parse(localStorage.getItem(store()));
      if (kept?.length !== items.length) return;
      kept.forEach(([value, text], place) => {
        const item = items[place]; // what was just chosen is newer than what was kept
        if (level(item) === "" && reason(item) === "") fill(item, value, text);
      });
    } catch { /* nothing was kept */ }
  };

  const rename = () => {
    const name = rater.value.trim();
    if (!name || name === whose) return;
    const begun = items.some((item) => level(item) !== "" || reason(item) !== "");
    const said = `The labels on this page are of ${whose}. Take them over as ${name}?`;
    if (whose && begun && !confirm(said)) for (const item of items) fill(item, "", "");
    whose = name;
    restore();
    keep();
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
  rater.addEventListener("change", rename);
  for (const button of form.querySelectorAll("button[data-clear]")) {
    button.addEventListener("click", () => {
      const item = button.closest("fieldset");
      fill(item, "", "");
      keep();
    });
  }
  restore();
  count();
})();
