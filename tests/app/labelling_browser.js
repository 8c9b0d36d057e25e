// As much of a browser as labelling.js asks for. Arguments: the script, and a list of visits to
// one browser as JSON: {rater, confirm, acts: [["level", item, value] | ["name", text]]}.
// Prints what each visit showed at first and in the end: the levels, and the status line.
"use strict";
const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");
const [script, visits] = [readFileSync(process.argv[2], "utf-8"), JSON.parse(process.argv[3])];
const shelf = new Map();
const localStorage = {
  getItem: (key) => shelf.get(key) ?? null,
  setItem: (key, value) => shelf.set(key, value),
};

const listens = (thing, heard = {}) => Object.assign(thing, {
  addEventListener: (name, does) => { heard[name] = does; },
  fire: (name) => heard[name]?.({ preventDefault() {} }),
});

const fieldset = () => {
  const choices = ["0", "1", "2", "n/a"].map((value) => ({ value, checked: false }));
  const text = { value: "" };
  return {
    dataset: {}, choices,
    querySelector: (what) => (what === "textarea" ? text : choices.find((c) => c.checked)),
    querySelectorAll: () => choices,
  };
};

const visit = ({ rater: name, confirm: answer, acts }) => {
  const items = [fieldset(), fieldset()];
  const rater = listens({ value: name, reportValidity: () => true });
  const status = { textContent: "" };
  const found = { fieldset: items, details: [], "button[data-clear]": [] };
  const form = listens({ dataset: { sheet: "s" }, querySelectorAll: (what) => found[what] });
  const byId = { sheet: form, rater, status };
  runInNewContext(script, {
    document: { getElementById: (id) => byId[id] }, localStorage, confirm: () => answer,
  });
  const seen = () => items.map((i) => i.querySelector("input:checked")?.value ?? "");
  const first = seen();
  for (const [act, ...what] of acts) {
    if (act === "name") {
      rater.value = what[0];
      rater.fire("change");
    } else {
      for (const choice of items[what[0]].choices) choice.checked = choice.value === what[1];
      form.fire("input");
    }
  }
  return { first, last: seen(), status: status.textContent };
};
console.log(JSON.stringify(visits.map(visit)));
