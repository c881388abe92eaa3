// What the pages can do beyond links and forms: names as chips, files by dropping, copying, and dates that keep up.
// Everything works without this file.
(() => {
  "use strict";
  // Before the first paint, so that nothing jumps.
  document.documentElement.classList.add("scripted");

  // All words are in the texts of the server: data attributes hold them, with {0} where a value goes.
  const words = (text, value) => text.replace("{0}", value);
  const language = document.documentElement.lang;

  // Dates are told in the reader's zone from the next page on; never on this one, so that nothing jumps.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.split("; ").includes(`chancery-zone=${zone}`)) {
    document.cookie = `chancery-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
  }

  const once = (root, selector, act) =>
    root.querySelectorAll(selector).forEach((element) => {
      if (!element.dataset.ready) {
        element.dataset.ready = "yes";
        act(element);
      }
    });

  // ---- copying
  const copy = (button) =>
    button.addEventListener("click", async () => {
      const pre = button.parentElement.querySelector("pre");
      const before = button.textContent;
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = document.body.dataset.copied;
      } catch {
        // Plain HTTP has no clipboard: select it, so that one key is enough.
        getSelection().selectAllChildren(pre);
        button.textContent = document.body.dataset.selected;
      }
      setTimeout(() => (button.textContent = before), 1500);
    });

  // ---- relative dates, in the words of the server
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  const distance = (seconds) => {
    const minutes = Math.floor(Math.abs(seconds) / 60);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    const [count, unit] = minutes < 60 ? [minutes, "minute"]
      : hours < 24 ? [hours, "hour"]
        : days < 730 ? [days, "day"] : [Math.floor((days + 20) / 365.25), "year"];
    return relative.format(seconds < 0 ? -count : count, unit);
  };
  const tick = () =>
    document.querySelectorAll("time[data-relative]").forEach((time) => {
      const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      const told = Math.abs(seconds) < 60 ? document.body.dataset.justNow : distance(seconds);
      if (time.textContent !== told) time.textContent = told;
    });

  // ---- names as chips; the text field stays the truth
  const split = (text) => text.split(/[\s,;]+/).filter((name) => name);
  const names = (field) => {
    // The list is replaced with every answer of the server.
    const list = () => field.querySelector("ul");
    const input = field.querySelector("input");
    const text = field.querySelector("textarea");
    const form = field.closest("form");
    const read = () => split(text.value);
    const draw = (all) => {
      list().replaceChildren(...all.map((name) => {
        const chip = document.createElement("li");
        const label = document.createElement("span");
        const remove = document.createElement("button");
        chip.className = "chip";
        label.textContent = name;
        remove.type = "button";
        remove.textContent = "×";
        remove.setAttribute("aria-label", words(field.dataset.remove, name));
        chip.append(label, remove);
        return chip;
      }));
    };
    const write = (all, edited) => {
      text.value = [...new Set(all)].join("\n");
      if (edited) form.elements.edited.value = "yes";
      draw(read());
      form.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const add = () => {
      if (input.value.trim()) {
        write([...read(), ...split(input.value)], true);
        input.value = "";
      }
    };
    field.addEventListener("click", (event) => {
      const remove = event.target.closest(".chip button");
      if (remove) {
        const all = read();
        all.splice([...list().children].indexOf(remove.closest("li")), 1);
        write(all, true);
        input.focus();
      }
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "," || (event.key === " " && input.value.trim())) {
        event.preventDefault();
        add();
      } else if (event.key === "Backspace" && !input.value && read().length) {
        write(read().slice(0, -1), true);
      }
    });
    input.addEventListener("blur", add);
    input.addEventListener("paste", () => setTimeout(() => split(input.value).length > 1 && add()));
    input.addEventListener("change", (event) => event.stopPropagation());
    form.addEventListener("submit", add);
    field.fromServer = () => {
      // Names that the server took from the signing request.
      const shown = [...list().querySelectorAll("li span")].map((chip) => chip.textContent);
      if (form.elements.edited.value !== "yes") text.value = shown.join("\n");
    };
    field.correct = (index, value) => {
      const all = read();
      all[index] = value;
      write(all, true);
    };
  };

  const fix = (button) =>
    button.addEventListener("click", (event) => {
      const [, index, value] = /^names\[(\d+)]=(.*)$/.exec(button.dataset.fix) || [];
      const field = document.querySelector("[data-names]");
      if (value && field) {
        event.preventDefault();
        field.correct(Number(index), value);
      }
    });

  // ---- a file dropped or chosen becomes text, here, so that a private key is noticed before it is sent
  const KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
  const warn = (area) => {
    const note = document.createElement("div");
    note.className = "note bad";
    note.setAttribute("role", "alert");
    note.textContent = area.dataset.privateKey;
    document.getElementById("csr-key").replaceChildren(note);
    document.getElementById("csr-state").replaceChildren();
    area.value = "";
    area.focus();
  };
  const pem = (octets) => {
    const base64 = btoa(String.fromCharCode(...octets));
    return `-----BEGIN CERTIFICATE REQUEST-----\n${base64.replace(/(.{64})/g, "$1\n").trim()}\n-----END CERTIFICATE REQUEST-----\n`;
  };
  const drop = (area) => {
    const chooser = area.form.elements.file;
    const take = async (file) => {
      const octets = new Uint8Array(await file.slice(0, 65536).arrayBuffer());
      const text = new TextDecoder().decode(octets);
      chooser.value = "";
      if (KEY.test(text)) {
        warn(area);
        return;
      }
      area.value = octets[0] === 0x30 ? pem(octets) : text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    };
    area.addEventListener("dragover", (event) => {
      event.preventDefault();
      area.classList.add("over");
    });
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      area.classList.remove("over");
      if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
    });
    chooser.addEventListener("change", (event) => {
      event.stopPropagation();
      if (chooser.files.length) take(chooser.files[0]);
    });
    // While it is captured, so that nobody else has seen it yet.
    document.addEventListener("input", (event) => {
      if (event.target !== area) return;
      if (KEY.test(area.value)) {
        event.stopImmediatePropagation();
        warn(area);
      } else if (area.value) {
        document.getElementById("csr-key").replaceChildren();
      }
    }, true);
  };

  // ---- certificates chosen from a list: what can be done with them appears with the first
  const picks = (form) => {
    const boxes = [...form.querySelectorAll("input[name=serial]")];
    const all = form.querySelector("[data-all]");
    const bar = form.querySelector("[data-chosen]");
    const show = () => {
      const count = boxes.filter((box) => box.checked).length;
      bar.hidden = count === 0;
      all.checked = count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
      form.querySelector("[data-count]").textContent = count === 0 ? ""
        : words(count === 1 ? bar.dataset.one : bar.dataset.many, count.toLocaleString(language));
    };
    all.addEventListener("change", () => {
      boxes.forEach((box) => (box.checked = all.checked));
      show();
    });
    form.addEventListener("change", show);
    show();
  };

  // ---- whether this browser trusts the CA: it answers over HTTPS, or the browser refuses it. Without this, the link opens it.
  const trust = (place) =>
    place.querySelector("a").addEventListener("click", async (event) => {
      event.preventDefault();
      const say = (kind, text) => {
        const status = document.createElement("span");
        status.className = `status ${kind}`;
        status.textContent = text;
        place.querySelectorAll("span").forEach((old) => old.remove());
        place.append(" ", status);
      };
      try {
        await fetch(place.dataset.trust, { mode: "no-cors", cache: "no-store", credentials: "omit" });
        say("valid", place.dataset.yes);
      } catch {
        say("soon", place.dataset.no);
      }
    });

  const prepare = (root) => {
    once(root, "[data-picks]", picks);
    once(root, "[data-copy]", copy);
    once(root, "[data-names]", names);
    once(root, "[data-drop]", drop);
    once(root, "[data-fix]", fix);
    once(root, "[data-trust]", trust);
  };
  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    const here = document.querySelector(".bar [aria-current]");
    if (here) here.parentElement.scrollLeft = here.offsetLeft - 32;
    setInterval(tick, 30000);
  });
  // A page that a script has put in the place of another (keys.js).
  document.addEventListener("chancery:shown", () => prepare(document));
  // An answer is older than what somebody has chosen since: the choice stays, and the next answer knows it.
  const keepChoices = (fragment) => {
    fragment.querySelectorAll("input[type=radio]").forEach((choice) =>
      choice.toggleAttribute("checked", Boolean(document.getElementById(choice.id)?.checked)));
    fragment.querySelectorAll("select").forEach((select) => {
      const chosen = document.getElementById(select.id)?.value;
      const options = [...select.options];
      if (options.some((option) => option.value === chosen)) {
        options.forEach((option) => option.toggleAttribute("selected", option.value === chosen));
      }
    });
  };
  document.addEventListener("htmx:oobBeforeSwap", ({ detail: { target, fragment } }) => {
    // What the form has chosen by itself makes room for what is likely now.
    const likely = target.querySelector("[name=likely]")?.value;
    const chosen = target.querySelector(":checked")?.value;
    if (target.dataset?.keep === "choice" && !(likely && likely === chosen)) keepChoices(fragment);
  });
  document.addEventListener("htmx:afterSettle", () => {
    prepare(document);
    document.querySelectorAll("[data-names]").forEach((field) => field.fromServer());
  });
  // An answer that is no page of this kind (a session that ended) is shown as a whole.
  document.addEventListener("htmx:responseError", () => location.reload());
})();
